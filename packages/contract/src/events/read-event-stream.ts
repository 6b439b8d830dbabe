/** One message of a stream of server-sent events. */
export interface StreamMessage {
  /** Of `event:`, else `message`. */
  readonly event: string
  readonly data: string
  /** What to send as `Last-Event-ID` to go on after it. */
  readonly id: string | null
}

/**
 * Reads an answer of `/events/stream`, message by message, until it ends: with a header for the token, which the browser's own
 * `EventSource` can't send. What only moves the cursor comes as a message without data.
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage> {
  const decoder = new TextDecoder()
  let id: string | null = null
  let rest = ''
  for await (const bytes of body) {
    const blocks = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = block.split('\n').flatMap(line => {
        const colon = line.indexOf(': ')
        return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 2)] as const] : []
      })
      const all = (name: string) => fields.flatMap(([field, value]) => (field === name ? [value] : []))
      id = all('id').at(-1) ?? id
      if (fields.length > 0) yield { event: all('event').at(-1) ?? 'message', data: all('data').join('\n'), id }
    }
  }
}
