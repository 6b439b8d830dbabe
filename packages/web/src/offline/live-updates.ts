import { eventsOf, type StreamEvent } from '@hidesync/contract/events/event-stream'
import type { Api } from '../app/api.ts'

/** Milliseconds. */
const first = 1_000
const longest = 60_000
/** What happens at once is looked at once. */
const settle = 400

/** Of which run an event tells, and whether of its photos; null: of none. */
function newsOf({ data }: StreamEvent): { readonly run: number; readonly ofPhotos: boolean } | null {
  try {
    const event = JSON.parse(data) as { data?: { execution_id?: unknown; action_type?: unknown } | null }
    const { execution_id: run, action_type } = event.data ?? {}
    return typeof run === 'number' ? { run, ofPhotos: String(action_type).endsWith('_photo') } : null
  } catch {
    return null
  }
}

/** A pause that can be cut short, also before it has begun. */
function createPause() {
  let wake = new AbortController()
  return {
    begin: () => (wake = new AbortController()),
    end: () => wake.abort(),
    pause: async (milliseconds: number) => {
      const { signal } = wake
      if (signal.aborted) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, milliseconds)
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      })
    },
  }
}

/**
 * Follows what others, and other devices, do with the runs that this device keeps. Read by fetch, because the token goes into a header.
 * Gives back how to stop.
 */
export function followEvents({ session, connection, runs, photos }: Api, send: typeof fetch = fetch): () => void {
  const stop = new AbortController()
  const due = new Map<number, ReturnType<typeof setTimeout>>()
  /** Runs of which something was heard that could not be asked for: asked for again with the server's next sign of life. */
  const behind = new Set<number>()
  const { begin, pause, end } = createPause()
  let current = new AbortController()
  let listener: number | null = null
  let last: string | null = null
  let failures = 0

  const refresh = async (id: number) => {
    // One that was being packed when it was heard of is there by now.
    if (!runs.packed.get().some(run => run.id === id)) return
    // What is not theirs any more is told where it is shown.
    if (!(await runs.refresh(id).catch(() => true))) behind.add(id)
  }
  const look = (id: number) => {
    behind.delete(id)
    clearTimeout(due.get(id))
    due.set(
      id,
      setTimeout(() => {
        due.delete(id)
        void refresh(id)
      }, settle),
    )
  }
  const hear = (event: StreamEvent) => {
    failures = 0
    // Where nobody knows what happened before, everything may have changed.
    if (last === null || event.type === 'reset') void runs.refreshAll().catch(() => undefined)
    if (event.type === 'reset') for (const { id } of runs.packed.get()) photos.heardOf(id)
    last = event.id ?? last
    const news = newsOf(event)
    if (news?.ofPhotos) photos.heardOf(news.run)
    else if (news !== null) look(news.run)
    // A sign of life, which tells nothing else, comes rarely enough.
    if (event.data === '') for (const each of behind) look(each)
  }
  const canListen = () => session.token() !== null && connection.status.get().isOnline
  const follow = async () => {
    current = new AbortController()
    const headers = { authorization: `Bearer ${session.token()}`, ...(last === null ? {} : { 'last-event-id': last }) }
    const signal = AbortSignal.any([stop.signal, current.signal])
    const answer = await send('/api/v1/events/stream', { headers, signal })
    if (!answer.ok || answer.body === null) throw new Error(`The stream answered ${answer.status}.`)
    for await (const event of eventsOf(answer.body)) hear(event)
  }
  const broken = () => {
    // Nobody else may be asking anything of the server.
    if (!stop.signal.aborted && !current.signal.aborted) connection.missed()
  }
  const keepFollowing = async () => {
    while (!stop.signal.aborted) {
      begin()
      // Being away is no failure: whoever comes back is not kept waiting for it.
      if (canListen()) await follow().catch(broken)
      await pause(Math.min(longest, first * 2 ** failures) * (0.5 + Math.random()))
      if (canListen()) failures++
    }
  }
  const again = () => {
    failures = 0
    end()
  }
  const changed = () => {
    const person = session.person()
    if (person !== listener) last = null
    // What came over a connection that broke, or was another's, is not gone on with.
    if (person !== listener || !canListen()) current.abort()
    listener = person
    again()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') again()
  }
  const stops = [session.status.subscribe(changed), connection.status.subscribe(changed)]
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', seen)
  listener = session.person()
  void keepFollowing()
  return () => {
    for (const stopOne of stops) stopOne()
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', seen)
    stop.abort()
    end()
    for (const timer of due.values()) clearTimeout(timer)
  }
}
