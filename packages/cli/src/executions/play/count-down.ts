import type { Language } from '@hidesync/domain/text/language'
import type { Terminal } from '../../terminal/terminal.ts'
import { sayClock } from '../../terminal/words.ts'
import { wrap } from '../../terminal/wrap.ts'
import type { LineSource } from './line-source.ts'
import { playTexts } from './texts/texts-in.ts'
import type { Wait } from './waits.ts'

export interface CountDown {
  readonly terminal: Terminal
  readonly lines: LineSource
  readonly now: () => number
  readonly language: Language
  readonly wait: Wait
}

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/**
 * Waits until a time has come. On a terminal the time left is shown, and any line typed stops the waiting (an empty one is swallowed, others
 * are read afterwards); a script waits to the end. True: the time has come.
 */
export async function countDown({ terminal, lines, now, language, wait }: CountDown): Promise<boolean> {
  const texts = playTexts(language)
  const left = (): number => wait.until - now()
  const { interactive, plain } = terminal
  const say = (text: string): void => terminal.out(wrap(text, terminal.width).join('\n'))
  say(texts.waiting(wait.name, left() / 60_000))
  if (interactive) say(texts.enterStops)
  let shown = ''
  const typing = { stopped: false }
  if (interactive) void lines.arrival().then(() => (typing.stopped = true))
  while (left() > 0 && !typing.stopped) {
    const text = `  ${texts.clockLeft(sayClock(left()))}`
    if (interactive && !plain && text !== shown) terminal.redraw(text)
    shown = text
    await pause(Math.min(left(), interactive ? 250 : 60_000))
  }
  if (interactive && !plain) terminal.redraw('')
  if (left() <= 0) return true
  const line = await lines.next()
  if (line !== null && line.trim() !== '') lines.unread(line)
  say(texts.stoppedWaiting(left() / 60_000))
  return false
}
