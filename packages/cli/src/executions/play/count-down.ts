import type { Terminal } from '../../terminal/terminal.ts'
import { sayClock, sayMinutes } from '../../terminal/words.ts'
import type { LineSource } from './line-source.ts'

export interface CountDown {
  readonly terminal: Terminal
  readonly lines: LineSource
  readonly now: () => number
  /** Epoch milliseconds. */
  readonly until: number
}

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/**
 * Waits until a time has come. On a terminal the time left is shown, and any line typed stops the waiting (an empty one is swallowed, others
 * are read afterwards); a script waits to the end. True: the time has come.
 */
export async function countDown({ terminal, lines, now, until }: CountDown): Promise<boolean> {
  const left = (): number => until - now()
  const { interactive, plain } = terminal
  terminal.out(
    `Waiting ${sayMinutes(left() / 60_000)}.${interactive ? ' Enter stops the waiting; the time runs on in any case.' : ''}`,
  )
  let shown = ''
  const typing = { stopped: false }
  if (interactive) void lines.arrival().then(() => (typing.stopped = true))
  while (left() > 0 && !typing.stopped) {
    const text = `  ${sayClock(left())} left`
    if (interactive && !plain && text !== shown) terminal.redraw(text)
    shown = text
    await pause(Math.min(left(), interactive ? 250 : 60_000))
  }
  if (interactive && !plain) terminal.redraw('')
  if (left() > 0) {
    const line = await lines.next()
    if (line !== null && line.trim() !== '') lines.unread(line)
    terminal.out(`You stopped waiting; ${sayMinutes(left() / 60_000)} are left.`)
    return false
  }
  terminal.ring()
  return true
}
