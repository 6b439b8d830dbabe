import type { CompiledOption, CompiledStep } from '../../workflows/compiled.ts'
import type { Assumption } from './assumption.ts'
import type { PathAim } from './path.ts'
import type { Plan } from '../../executions/ahead/plan.ts'
import { standing } from './standing.ts'
import { isStillPossible } from './still-possible.ts'
import type { Terms } from '../../executions/ahead/terms.ts'
import { Walk } from '../../executions/ahead/walk.ts'

/** A decision made on a walk. */
export interface Choice {
  readonly step: CompiledStep
  readonly option: CompiledOption
}

/** Where a walk stood when it was compared with others. */
export interface Node {
  readonly parent: Node | null
  /** What was chosen at the parent. */
  readonly choice: Choice | null
  /** Others that could go on just the same, none of them better; `extra` is at most what they cost more. */
  readonly others: { readonly node: Node; readonly extra: number }[]
  /** Minutes or points, as asked. */
  readonly cost: number
  readonly returns: number
}

/** A walk that came to its end. */
export interface End {
  readonly node: Node
  /** Null: the workflow has none. */
  readonly outcome_id: number | null
  /** Nothing on the way says which outcome it is: it is the one that the person selects. */
  readonly isSelectable: boolean
  readonly latest: number
  readonly points: number
  readonly work: number
}

export interface Search {
  readonly terms: Terms
  readonly by: PathAim
  readonly assumption: Assumption
  /** The outcome that counts where nothing on the way says another. */
  readonly asked: number | null
  /** Whether an end with this outcome is of any use. */
  readonly wanted: (outcome: number | null) => boolean
}

export interface Found {
  readonly ends: readonly End[]
  /** Whether nothing was left out for want of room. */
  readonly exact: boolean
}

/** What walks of one key are compared by. */
interface Contender {
  /** Minutes or points, as asked. */
  readonly costs: readonly number[]
  readonly counts: readonly number[]
  readonly work: number
  readonly node: Node
}

interface Candidate extends Contender {
  readonly key: string
  readonly walk: Walk
}

/** Steps that a search may settle in all: what keeps it bounded, whatever the decisions and variables. */
const mostEffort = 160_000
/** To compare walks costs as much as to settle so many steps. */
const effortOfStop = 30
/** Walks that go on from one place, at most, and of those that only their times tell apart. */
const mostAtPlace = 256
const mostOfKind = 12

/** How much worse one may be than another of its kind; -Infinity: it is better in something. */
function excess(one: Contender, other: Contender): number {
  if (one.counts.some((count, at) => count < (other.counts[at] ?? 0))) return -Infinity
  let most = -Infinity
  for (const [at, cost] of one.costs.entries()) {
    const more = cost - (other.costs[at] ?? 0)
    if (more < 0) return -Infinity
    if (more > most) most = more
  }
  return most
}

const byCost = (one: Contender, other: Contender) => one.node.cost - other.node.cost || one.work - other.work

class Searching {
  readonly #search: Search
  readonly #waiting: Candidate[][] = []
  readonly #expanded = new Map<string, Contender[]>()
  readonly #ends: End[] = []
  /** Walks that are not needed any more, for the next ones. */
  readonly #spare: Walk[] = []
  /** The place to look at next: whoever comes back to an earlier one is looked at first. */
  #next = 0
  #exact = true

  constructor(search: Search) {
    this.#search = search
  }

  run(root: Walk): Found {
    this.#goOn(root, { parent: null, choice: null, others: [], cost: 0, returns: root.returns })
    const places = this.#search.terms.plan.order.length
    for (let place = 0; place < places; place = this.#next) {
      this.#next = place + 1
      const here = this.#waiting[place]
      if (here === undefined || here.length === 0) continue
      this.#waiting[place] = []
      for (const candidate of this.#best(here)) this.#expand(candidate)
    }
    return { ends: this.#ends, exact: this.#exact }
  }

  /** Lets a walk go on to the next place at which walks are compared. */
  #goOn(walk: Walk, node: Node): void {
    const { terms } = this.#search
    const { isStop } = terms.plan
    while (!walk.isOver) {
      const step = walk.next
      if (isStop[step.index] === 1) return this.#wait(walk, node)
      if (terms.effort > 2 * mostEffort) {
        this.#exact = false
        return
      }
      walk.settle(step, null)
    }
    this.#spare.push(walk)
    const outcome = walk.outcome(this.#search.asked)
    if (outcome === undefined || !this.#search.wanted(outcome)) return
    const { latest, points, work } = walk
    const isSelectable = walk.reached === null && walk.named === null
    const cost = this.#search.by === 'time' ? latest : points
    this.#ends.push({ node: { ...node, cost }, outcome_id: outcome, isSelectable, latest, points, work })
  }

  #wait(walk: Walk, node: Node): void {
    if (walk.reached !== null && !this.#search.wanted(walk.reached)) return
    const { terms } = this.#search
    terms.effort += effortOfStop + walk.open.length
    const { key, times, counts } = standing(walk, terms.plan)
    const costs = this.#search.by === 'time' ? times : [walk.points]
    const cost = Math.max(...costs)
    const place = walk.open[0] ?? 0
    const here = (this.#waiting[place] ??= [])
    here.push({ walk, key, costs, counts, work: walk.work, node: { ...node, cost } })
    this.#next = Math.min(this.#next, place)
  }

  /** Of those that are the same but for their times, the ones that none is better than; not more than there is room for. */
  #best(here: readonly Candidate[]): readonly Candidate[] {
    const kinds = new Map<string, Candidate[]>()
    for (const one of here) {
      const kind = kinds.get(one.key) ?? []
      kinds.set(one.key, kind)
      this.#compare(one, kind)
    }
    const kept = [...kinds.values()].flatMap(kind => {
      if (kind.length <= mostOfKind) return kind
      this.#exact = false
      return kind.toSorted(byCost).slice(0, mostOfKind)
    })
    const { plan } = this.#search.terms
    const most = this.#room(plan, here[0]?.walk.open[0] ?? 0)
    if (kept.length <= most) return kept
    const possible = kept.filter(({ walk }) => isStillPossible(walk, plan, this.#search.wanted))
    if (possible.length <= most) return possible
    this.#exact = false
    return possible.toSorted(byCost).slice(0, most)
  }

  /** How many walks may go on from a place, so that all of them can be followed to the end. */
  #room({ order, stopsFrom }: Plan, place: number): number {
    const { effort } = this.#search.terms
    const each = order.length - place + 2 * effortOfStop * (stopsFrom[place] ?? 0)
    return Math.min(mostAtPlace, Math.max(1, Math.floor((mostEffort - effort) / each)))
  }

  #compare(one: Candidate, kind: Candidate[]): void {
    const loses = (loser: Candidate, winner: Contender, extra: number) => {
      this.#spare.push(loser.walk)
      if (loser.node.returns <= winner.node.returns) winner.node.others.push({ node: loser.node, extra })
    }
    for (const known of this.#expanded.get(one.key) ?? []) {
      const extra = excess(one, known)
      if (extra !== -Infinity) return loses(one, known, extra)
    }
    for (const known of kind) {
      const extra = excess(one, known)
      if (extra > 0 || (extra === 0 && one.work >= known.work)) return loses(one, known, extra)
    }
    for (const known of kind.slice()) {
      const extra = excess(known, one)
      if (extra === -Infinity) continue
      kind.splice(kind.indexOf(known), 1)
      loses(known, one, extra)
    }
    kind.push(one)
  }

  #expand(candidate: Candidate): void {
    const { walk, ...contender } = candidate
    const { node, key } = candidate
    const { terms, assumption } = this.#search
    if (terms.plan.outlook(walk.open[0] ?? 0).around.length > 0)
      this.#expanded.set(key, [...(this.#expanded.get(key) ?? []), contender])
    const step = walk.next
    const next = (one: Walk, choice: Choice | null) => {
      one.settle(step, choice?.option ?? null)
      this.#goOn(one, { parent: node, choice, others: [], cost: 0, returns: one.returns })
    }
    if (step.options.length === 0) return next(walk, null)
    const options = assumption.allowed(walk, step)
    assumption.count(walk, step)
    const last = options.length - 1
    for (const [at, option] of options.entries()) {
      const one = at === last ? walk : (this.#spare.pop() ?? new Walk(terms)).follow(walk)
      next(one, { step, option })
    }
  }
}

/** All ways to the end that none is better than, from where a walk stands. It is not used any more afterwards. */
export const search = (terms: Search, root: Walk): Found => new Searching(terms).run(root)
