import { clearScreenDown, createInterface, cursorTo, moveCursor, type Interface } from 'node:readline'

/** Lines that a person types or a script pipes in, one at a time; null: there will be no more. */
export interface LineSource {
  readonly next: () => Promise<string | null>
  /** Gives a line back, to be read again. */
  readonly unread: (line: string) => void
  /** Resolves when a line is waiting or there will be no more; takes nothing. */
  readonly arrival: () => Promise<void>
  /** Lets something be written above what is being typed, which stays as it is. */
  readonly aside: (write: () => void) => void
  readonly close: () => void
}

export interface LineSourceOptions {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly interactive: boolean
  /** For screen readers: nothing is written over. */
  readonly plain: boolean
  /** What can be said now, for the tab key. */
  readonly complete: () => readonly string[]
  readonly onInterrupt: () => void
}

const prompt = '> '

export function openLines(options: LineSourceOptions): LineSource {
  const { input, output, interactive, plain, onInterrupt } = options
  const waiting: string[] = []
  let ended = false
  let isAsking = false
  let arrived: (() => void)[] = []
  const completer = (line: string): [string[], string] => [
    options.complete().filter(phrase => phrase.toLowerCase().startsWith(line.toLowerCase())),
    line,
  ]
  const reader: Interface = createInterface(
    interactive
      ? { input, output, terminal: true, completer, prompt, removeHistoryDuplicates: true }
      : { input, terminal: false },
  )
  const wake = (): void => {
    const all = arrived
    arrived = []
    for (const resolve of all) resolve()
  }
  reader.on('line', line => {
    isAsking = false
    waiting.push(line)
    wake()
  })
  reader.on('close', () => {
    ended = true
    wake()
  })
  reader.on('SIGINT', onInterrupt)
  process.on('SIGINT', onInterrupt)

  /** Takes the prompt and what was typed off the screen. */
  const clear = (): void => {
    moveCursor(output, 0, -reader.getCursorPos().rows)
    cursorTo(output, 0)
    clearScreenDown(output)
  }
  const arrival = (): Promise<void> =>
    waiting.length > 0 || ended ? Promise.resolve() : new Promise(resolve => arrived.push(resolve))
  return {
    arrival,
    next: async () => {
      if (interactive && !ended && waiting.length === 0) {
        isAsking = true
        reader.prompt()
      }
      await arrival()
      return waiting.shift() ?? null
    },
    unread: line => void waiting.unshift(line),
    aside: write => {
      if (!isAsking) return write()
      if (plain) output.write('\n')
      else clear()
      write()
      reader.prompt(true)
    },
    close: () => {
      process.off('SIGINT', onInterrupt)
      reader.close()
      input.pause()
    },
  }
}
