import { type SlotKind, slotKinds } from './meaning.ts'

/** A sentence template as a tree. */
export type Template =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'slot'; readonly slot: SlotKind }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Template[] }

const nothing: Template = { kind: 'sequence', parts: [] }
const pieces = /[[\]()|]|\{\w+\}|<\w+>|[^[\]()|{}<>]+/g
const isSlot = (name: string): name is SlotKind => slotKinds.some(kind => kind === name)

/**
 * Reads `[may be missing]`, `(one|of these)`, `{slot}` and `<rule>`. Rules have to be defined before they are used, so that
 * none can contain itself. Throws for what cannot be read.
 */
export function parseTemplate(
  text: string,
  rules: ReadonlyMap<string, Template>,
  fold: (text: string) => readonly string[],
): Template {
  const fail = (why: string): never => {
    throw new Error(`The template “${text}” ${why}.`)
  }
  const tokens = text.match(pieces) ?? []
  let at = 0
  const single = (piece: string): Template => {
    if (piece.startsWith('<'))
      return rules.get(piece.slice(1, -1)) ?? fail(`uses ${piece}, which is not defined before`)
    if (!piece.startsWith('{')) {
      return { kind: 'sequence', parts: fold(piece).map(word => ({ kind: 'word', word })) }
    }
    const slot = piece.slice(1, -1)
    return isSlot(slot) ? { kind: 'slot', slot } : fail(`has ${piece}, which is no slot`)
  }
  const choice = (closing: string | null): Template => {
    const ways: Template[] = []
    let parts: Template[] = []
    const endWay = () => {
      ways.push({ kind: 'sequence', parts })
      parts = []
    }
    for (;;) {
      const piece = tokens[at]
      at += 1
      if (piece === undefined || piece === closing) {
        if (piece === undefined && closing !== null) fail(`lacks a “${closing}”`)
        endWay()
        return ways.length === 1 ? (ways[0] ?? nothing) : { kind: 'choice', parts: ways }
      }
      if (piece === '|') endWay()
      else if (piece === '(') parts.push(choice(')'))
      else if (piece === '[') parts.push({ kind: 'choice', parts: [choice(']'), nothing] })
      else if (piece === ')' || piece === ']') fail(`has a “${piece}” too many`)
      else parts.push(single(piece))
    }
  }
  return choice(null)
}
