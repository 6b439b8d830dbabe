import type { Candidates } from './candidates.ts'
import { reads } from './intent.ts'
import { isRequest } from './request.ts'
import type { Said } from './spans.ts'
import { mayBeTagged, withoutTag } from './tags.ts'

/**
 * Whether a mark of a question stands in a command, or between it and the next: "finished? move on" asks whether it is finished. "Skip it,
 * okay? Next" asks for consent alone, and "could you pause? …" asks for it.
 */
export const isAskedAmid = (commands: readonly Candidates[], said: Said): boolean =>
  commands.some(({ readings: [reading], to }, index) => {
    const before = commands[index - 1]
    const from = said.tokens[before?.to ?? 0]
    if (reading === undefined || from === undefined || reads.has(reading.intent) || isRequest(said)) return false
    const end = said.tokens[to]?.start ?? said.tokens[to - 1]?.end ?? 0
    const mark = said.original.slice(0, end).indexOf('?', from.start)
    if (mark < 0 || reading.slots.text !== undefined) return false
    const untagged = withoutTag(said.original.slice(0, mark + 1), said)
    if (untagged === null) return true
    const isOfBefore = before !== undefined && untagged.length < from.end
    return !mayBeTagged((isOfBefore ? before.readings[0] : undefined) ?? reading)
  })
