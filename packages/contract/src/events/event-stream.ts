/** One event of the server as its stream spells it. */
export interface StreamEvent {
  /** Its place in all that happened. */
  readonly id: string | null
  readonly type: string
  /** Empty: it tells the place alone. */
  readonly data: string
}

/** The events of one connection, each as soon as it is complete. What the connection leaves half said when it ends is no event. */
export async function* eventsOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  /** The second half of a line's end whose first half came before it ends no other. */
  let isCut = false
  let fields = new Map<string, string>()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const text = isCut ? part.value.replace(/^\n/, '') : part.value
      isCut = part.value.endsWith('\r')
      const lines = (rest + text).split(/\r\n|\n|\r/)
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const data = fields.get('data')
        if (line === '') {
          const id = fields.get('id') ?? null
          if (id !== null || data !== undefined) yield { id, type: fields.get('event') ?? 'message', data: data ?? '' }
          fields = new Map()
        } else {
          const [, name = '', value = ''] = /^([^:]*):? ?([^]*)$/.exec(line) ?? []
          fields.set(name, name === 'data' && data !== undefined ? `${data}\n${value}` : value)
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
