import type { Choice, End, Node } from './search.ts'

/** Choices in order; the later ones are shared by many. */
interface Choices {
  readonly choice: Choice
  readonly rest: Choices | null
}

/** What leads to an end: to a node, and on from there as others did that could go on just the same. */
interface Way {
  /** At most what it costs. */
  readonly cost: number
  readonly head: Node
  readonly rest: Choices | null
}

function choicesOf({ head, rest }: Way): readonly Choice[] {
  const before: Choice[] = []
  for (let node: Node | null = head; node !== null; node = node.parent)
    if (node.choice !== null) before.push(node.choice)
  const after: Choice[] = []
  for (let one = rest; one !== null; one = one.rest) after.push(one.choice)
  return [...before.toReversed(), ...after]
}

/** The ways that differ from one by going another way up to one of its nodes. */
function detours(way: Way): readonly Way[] {
  const found: Way[] = []
  let { rest } = way
  for (let node: Node | null = way.head; node !== null; node = node.parent) {
    for (const other of node.others) found.push({ cost: way.cost + other.extra, head: other.node, rest })
    if (node.choice !== null) rest = { choice: node.choice, rest }
  }
  return found
}

/** Sets of choices that lead to one of the ends, the best first, each once; lazily, as there may be very many. */
export function* nextBest(ends: readonly End[], most: number): Generator<readonly Choice[]> {
  let ways: readonly Way[] = ends
    .toSorted((one, other) => one.node.cost - other.node.cost || one.work - other.work)
    .map(({ node }) => ({ cost: node.cost, head: node, rest: null }))
  for (let given = 0; given < most; given += 1) {
    const [first, ...others] = ways
    if (first === undefined) return
    yield choicesOf(first)
    ways = [...others, ...detours(first)].toSorted((one, other) => one.cost - other.cost).slice(0, most)
  }
}
