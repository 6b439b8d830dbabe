/** Pictures of the server that are kept for being without a connection, by the service worker. */
export const photoCache = 'photos'

/** Bytes. */
export const photoRoom = 50 * 1024 * 1024

const sizeOf = async (answer: Response | undefined): Promise<number> => {
  const told = answer?.headers.get('content-length') ?? null
  return told === null ? ((await answer?.blob())?.size ?? 0) : Number(told)
}

/** Puts a picture into the cache as the last one that was used, and lets the longest unused go where they take more than `room` bytes. */
export async function keepPicture(
  cache: Cache,
  { key, answer }: { readonly key: string; readonly answer: Response },
  room = photoRoom,
): Promise<void> {
  // The order of the keys is that of their putting.
  await cache.delete(key)
  await cache.put(key, answer)
  let used = 0
  for (const request of (await cache.keys()).toReversed()) {
    used += await sizeOf(await cache.match(request))
    if (used > room) await cache.delete(request)
  }
}
