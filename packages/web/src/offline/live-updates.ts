import type { Api } from '../app/api.ts'
import { createEventReader, type StreamEvent } from './event-stream.ts'

/** Milliseconds. */
const first = 1_000
const longest = 60_000
/** What happens at once is looked at once. */
const settle = 400

/** Of which run an event tells; null: of none. */
function runOf({ data }: StreamEvent): number | null {
  try {
    const event = JSON.parse(data) as { subject?: unknown; data?: { execution_id?: unknown } | null }
    if (typeof event.data?.execution_id === 'number') return event.data.execution_id
    const found = typeof event.subject === 'string' ? /^executions\/(\d+)$/.exec(event.subject) : null
    return found === null ? null : Number(found[1])
  } catch {
    return null
  }
}

/**
 * Follows what others, and other devices, do with the runs that are on show here. Read by fetch, because the token goes into a
 * header. Without the stream a run is looked at again when its page comes into view. Gives back how to stop.
 */
export function followEvents({ session, connection, runs }: Api, send: typeof fetch = fetch): () => void {
  const stop = new AbortController()
  const due = new Map<number, ReturnType<typeof setTimeout>>()
  let last: string | null = null
  let failures = 0

  const look = (id: number) => {
    if (runs.view(id).get() === null) return
    clearTimeout(due.get(id))
    due.set(
      id,
      setTimeout(() => void runs.refresh(id).catch(() => undefined), settle),
    )
  }
  const read = createEventReader(event => {
    failures = 0
    last = event.id ?? last
    if (event.type === 'reset') {
      last = null
      for (const { id } of runs.packed.get()) look(id)
    } else {
      const id = runOf(event)
      if (id !== null) look(id)
    }
  })
  const follow = async () => {
    const token = session.token()
    if (token === null || !connection.status.get().isOnline) return
    const headers = { authorization: `Bearer ${token}`, ...(last === null ? {} : { 'last-event-id': last }) }
    const answer = await send('/api/v1/events/stream', { headers, signal: stop.signal })
    if (!answer.ok || answer.body === null) throw new Error(`The stream answered ${answer.status}.`)
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) read(part.value)
  }
  const keepFollowing = async () => {
    while (!stop.signal.aborted) {
      await follow().catch(() => undefined)
      const pause = Math.min(longest, first * 2 ** failures++)
      await new Promise(resolve => setTimeout(resolve, pause * (0.5 + Math.random())))
    }
  }
  void keepFollowing()
  return () => {
    stop.abort()
    for (const timer of due.values()) clearTimeout(timer)
  }
}
