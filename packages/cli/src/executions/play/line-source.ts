import { createInterface, type Interface } from 'node:readline'

/** Lines that a person types or a script pipes in, one at a time; null: there will be no more. */
export interface LineSource {
  readonly next: () => Promise<string | null>
  /** Gives a line back, to be read again. */
  readonly unread: (line: string) => void
  /** Resolves when a line is waiting or there will be no more; takes nothing. */
  readonly arrival: () => Promise<void>
  readonly close: () => void
}

export interface LineSourceOptions {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly interactive: boolean
  /** What can be said now, for the tab key. */
  readonly complete: () => readonly string[]
  readonly onInterrupt: () => void
}

const prompt = '> '

export function openLines(options: LineSourceOptions): LineSource {
  const { input, output, interactive, onInterrupt } = options
  const waiting: string[] = []
  let ended = false
  let arrived: (() => void)[] = []
  const completer = (line: string): [string[], string] => [
    options.complete().filter(phrase => phrase.startsWith(line.toLowerCase())),
    line,
  ]
  const reader: Interface = createInterface(
    interactive ? { input, output, terminal: true, completer, prompt } : { input, terminal: false },
  )
  const wake = (): void => {
    const all = arrived
    arrived = []
    for (const resolve of all) resolve()
  }
  reader.on('line', line => {
    waiting.push(line)
    wake()
  })
  reader.on('close', () => {
    ended = true
    wake()
  })
  reader.on('SIGINT', onInterrupt)
  process.on('SIGINT', onInterrupt)

  const arrival = (): Promise<void> =>
    waiting.length > 0 || ended ? Promise.resolve() : new Promise(resolve => arrived.push(resolve))
  return {
    arrival,
    next: async () => {
      if (interactive && !ended && waiting.length === 0) reader.prompt()
      await arrival()
      return waiting.shift() ?? null
    },
    unread: line => void waiting.unshift(line),
    close: () => {
      process.off('SIGINT', onInterrupt)
      reader.close()
      input.pause()
    },
  }
}
