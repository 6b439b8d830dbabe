import { keepPicture, photoCache } from '../src/offline/photo-cache.ts'

/** How long the server is waited for where a picture is here; milliseconds. */
const patience = 3_000

/** Addresses are signed anew each time; who asks and for which picture stays. */
function keyOf({ url }: Request): string {
  const { origin, pathname, searchParams } = new URL(url)
  return `${origin}${pathname}?user=${searchParams.get('user')}`
}

/** A picture as the server has it; as it is kept here where that does not answer in time. */
export async function picture(request: Request, event: ExtendableEvent): Promise<Response> {
  const cache = await caches.open(photoCache)
  const key = keyOf(request)
  const fetched = fetch(request)
  const keep = async () => {
    const answer = await fetched
    if (answer.ok) await keepPicture(cache, { key, answer: answer.clone() })
    // Whether it may still be seen is the server's to say, wherever it can be reached.
    else if (answer.status < 500) await cache.delete(key)
  }
  event.waitUntil(keep().catch(() => undefined))
  const kept = await cache.match(key)
  if (kept === undefined) return await fetched
  const late = new Promise<Response>(resolve => setTimeout(() => resolve(kept), patience))
  const fresh = fetched.then(answer => (answer.status < 500 ? answer : kept)).catch(() => kept)
  return await Promise.race([fresh, late])
}
