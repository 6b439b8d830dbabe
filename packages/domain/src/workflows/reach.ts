interface Edge {
  readonly index: number
  readonly source: number
  readonly target: number
}

/** Which steps lie on the ways from one step to another, along connections that are not loops. */
export class Reach {
  readonly #edges: readonly Edge[]
  readonly #outgoing: number[][]
  readonly #incoming: number[][]
  /** Position of each step when ordered along the edges; those on a cycle come last. */
  readonly rank: readonly number[]
  /** Steps that lie on, or only behind, a cycle. */
  readonly cyclic: readonly number[]

  constructor(size: number, edges: readonly Edge[]) {
    this.#edges = edges
    this.#outgoing = Array.from({ length: size }, () => [])
    this.#incoming = Array.from({ length: size }, () => [])
    for (const edge of edges) {
      this.#outgoing[edge.source]?.push(edge.index)
      this.#incoming[edge.target]?.push(edge.index)
    }
    const { rank, cyclic } = this.#order(size)
    this.rank = rank
    this.cyclic = cyclic
  }

  outgoing(step: number): readonly number[] {
    return this.#outgoing[step] ?? []
  }

  incoming(step: number): readonly number[] {
    return this.#incoming[step] ?? []
  }

  #order(size: number): { rank: number[]; cyclic: number[] } {
    const rank = Array.from({ length: size }, () => size)
    const waiting = this.#incoming.map(edges => edges.length)
    const queue = waiting.flatMap((count, step) => (count === 0 ? [step] : []))
    for (const [position, step] of queue.entries()) {
      rank[step] = position
      for (const index of this.outgoing(step)) {
        const target = this.#edges[index]?.target ?? step
        waiting[target] = (waiting[target] ?? 0) - 1
        if (waiting[target] === 0) queue.push(target)
      }
    }
    return { rank, cyclic: rank.flatMap((position, step) => (position === size ? [step] : [])) }
  }

  /** Whether a way leads from one step to another, or they are the same. Looks only at what lies between them. */
  leads(from: number, to: number): boolean {
    if (from === to) return true
    const last = this.rank[to] ?? 0
    const seen = new Set([from])
    const queue = [from]
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const index of this.outgoing(next)) {
        const target = this.#edges[index]?.target ?? next
        if (target === to) return true
        if (seen.has(target) || (this.rank[target] ?? 0) > last) continue
        seen.add(target)
        queue.push(target)
      }
    return false
  }
}
