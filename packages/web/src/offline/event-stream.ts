/** One event of the server as its stream spells it. */
export interface StreamEvent {
  readonly id: string | null
  readonly type: string
  readonly data: string
}

/** Takes a stream of text apart into its events; gives them as they are complete. */
export function createEventReader(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = ''
  return text => {
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map<string, string>()
      for (const line of block.split('\n')) {
        const [, name, value = ''] = /^(\w+):\s?(.*)$/.exec(line) ?? []
        if (name !== undefined) fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value)
      }
      const data = fields.get('data')
      if (data !== undefined) onEvent({ id: fields.get('id') ?? null, type: fields.get('event') ?? 'message', data })
    }
  }
}
