import type { Candidates } from './candidates.ts'
import type { Intent } from './intent.ts'
import { ofTimers } from './mentions.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

/** What is done to the work in words that may as well be said of a timer: "start it again", "cancel it". */
const maySayTimer: ReadonlySet<Intent> = new Set(['pause', 'resume', 'skip', 'cancel', 'undo'])

/** Whether behind what is done to a timer a word stands for it: "stop the glue timer and start it again" hardly goes on with the work. */
export const mayMeanTimer = (commands: readonly Candidates[], said: Said): boolean =>
  commands.some(({ readings: [reading], to }, index) => {
    const before = commands[index - 1]
    const [timer] = before?.readings ?? []
    const first = said.tokens[before?.to ?? 0]
    if (reading === undefined || timer === undefined || first === undefined || !maySayTimer.has(reading.intent))
      return false
    if (!ofTimers.has(timer.intent) && timer.intent !== 'start_timer') return false
    const { language, original, tokens } = said
    const words = tokensOf(original.slice(first.start, tokens[to - 1]?.end), language.wording.spelling)
    return words.some(({ text }) => language.standsForTimer.has(text))
  })
