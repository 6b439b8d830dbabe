import type { ExecutionState } from '../../executions/state.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import { Assumption } from './assumption.ts'
import { Costs, spentMinutes } from '../../executions/ahead/costs.ts'
import { difficultyScore } from '../../executions/ahead/difficulty.ts'
import { nextBest } from './next-best.ts'
import type {
  AlternativePath,
  OutcomeForecast,
  PathAnalysis,
  PathDecision,
  PathRequest,
  ReachablePath,
  Unreachable,
  WhatIf,
} from './path.ts'
import { improved } from './improve.ts'
import { measured, playPath, stepsOf, type PlayedPath } from './played-path.ts'
import { planOf } from '../../executions/ahead/plan.ts'
import { search, type Choice, type End, type Found } from './search.ts'
import { whyUnreachable } from './unreachable.ts'
import { Terms } from '../../executions/ahead/terms.ts'
import { Walk } from '../../executions/ahead/walk.ts'

const goesOn: readonly string[] = ['active', 'paused', 'timeout']

/** Ways that turn out to make the same decisions as a better one are passed over; not for ever. */
const triesPerPath = 8
/** Steps that may be settled in playing more sets of choices than were asked for. */
const cheapEffort = 3_000

/** What is chosen last at each decision: what one would say when asked how it was done. */
const finalChoices = (decisions: readonly PathDecision[]): ReadonlyMap<number, PathDecision> =>
  new Map(decisions.map(decision => [decision.step_id, decision]))

const idOf = (decisions: readonly PathDecision[]): string =>
  [...finalChoices(decisions)]
    .map(([step, { option_id }]) => `${step}:${option_id}`)
    .toSorted()
    .join()

/** What one path chooses otherwise than another. */
function difference(one: readonly PathDecision[], other: readonly PathDecision[]): readonly PathDecision[] {
  const known = finalChoices(other)
  return [...finalChoices(one).values()].filter(({ step_id, option_id }) => known.get(step_id)?.option_id !== option_id)
}

interface Answer {
  readonly found: Found
  readonly paths: readonly PlayedPath[]
  readonly terms: Terms
}

class PathFinding {
  readonly #workflow: CompiledWorkflow
  readonly #state: ExecutionState
  readonly #request: PathRequest
  readonly #costs: Costs
  readonly #asked: number | null

  constructor(workflow: CompiledWorkflow, state: ExecutionState, request: PathRequest) {
    this.#workflow = workflow
    this.#state = state
    this.#request = request
    this.#costs = new Costs(workflow, request.durations, spentMinutes(workflow, state, request.at))
    this.#asked = request.target_outcome_id ?? state.selected_outcome_id ?? workflow.defaultOutcomeId
  }

  get target(): number | null {
    return this.#request.target_outcome_id ?? null
  }

  /** The best ways to the end under what is assumed, at most so many. */
  find(whatIf: WhatIf, most: number): Answer {
    const terms = new Terms(planOf(this.#workflow), this.#costs)
    const start = () => new Walk(terms).stand(this.#state, this.#request.at, whatIf.variables ?? {})
    const { by = 'time', outcomes = false } = this.#request
    const isTarget = (outcome: number | null) => this.target === null || outcome === this.target
    const assumption = new Assumption(this.#workflow, whatIf.options ?? [])
    const wanted = outcomes ? () => true : isTarget
    const found = search({ terms, by, assumption, asked: this.#asked, wanted }, start())
    const ends = found.ends.filter(end => isTarget(end.outcome_id))
    const cost = (one: { readonly latest: number; readonly points: number }) =>
      by === 'time' ? one.latest : one.points
    const costOfEnd = (walk: Walk) => {
      const outcome = walk.outcome(this.#asked)
      return outcome !== undefined && isTarget(outcome) ? cost(walk) : null
    }
    const improving = { terms, assumption, start, cost: costOfEnd }
    function* sets(): Generator<readonly Choice[]> {
      let isFirst = !found.exact
      for (const choices of nextBest(ends, most * triesPerPath)) {
        if (isFirst) yield improved(choices, improving)
        isFirst = false
        yield choices
      }
    }
    // What a set of choices costs is known for certain once it has been played: a few more than needed, where that is cheap.
    const isEnough = (played: number) => played >= most && terms.effort > searched + cheapEffort
    const searched = terms.effort
    const paths = new Map<string, PlayedPath>()
    for (const choices of sets()) {
      const path = playPath(start(), choices, this.#asked)
      const id = path === null ? '' : idOf(path.decisions)
      if (path !== null && cost(path) < cost(paths.get(id) ?? { latest: Infinity, points: Infinity }))
        paths.set(id, path)
      if (isEnough(paths.size)) break
    }
    const ordered = [...paths.values()].toSorted(
      (one, other) => cost(one) - cost(other) || one.latest - other.latest || one.work - other.work,
    )
    const [first] = ordered
    // A way that makes some of the same decisions more or less often is no other set of decisions.
    const isOther = (path: PlayedPath) =>
      first === undefined || path === first || difference(path.decisions, first.decisions).length > 0
    return { found, paths: ordered.filter(isOther).slice(0, most), terms }
  }

  iteration(stepId: number): number {
    return this.#state.iterations[String(stepId)] ?? 1
  }

  why(exact: boolean): Unreachable {
    return whyUnreachable(this.#workflow, this.#state, { outcome: this.target, at: this.#request.at, exact })
  }

  forecasts({ found }: Answer): readonly OutcomeForecast[] {
    if (!this.#request.outcomes) return []
    return this.#workflow.definition.outcomes.map(({ id }) => {
      const ends = found.ends.filter(end => end.outcome_id === id || end.isSelectable)
      const reachable = ends.length > 0
      const least = (of: (end: End) => number) => Math.min(...ends.map(of))
      return {
        outcome_id: id,
        reachable,
        estimated_time: reachable ? least(end => end.latest) : null,
        difficulty_score: reachable ? difficultyScore(least(end => end.points)) : null,
      }
    })
  }
}

function alternative(path: PlayedPath, best: PlayedPath, terms: Terms): AlternativePath {
  return {
    ...measured(path, terms),
    decisions: difference(path.decisions, best.decisions),
    step_ids: path.visits.map(({ step }) => step.id),
  }
}

/** A run that is over has nothing left to find. */
function ended(workflow: CompiledWorkflow, state: ExecutionState, target: number | null): PathAnalysis {
  const outcome = state.selected_outcome_id
  const common = {
    current_step_id: state.current_step_id,
    target_outcome_id: target,
    exact: true,
    outcomes: [],
  }
  if (state.status === 'completed' && (target === null || target === outcome))
    return {
      ...common,
      reachable: true,
      reason: null,
      estimated_time: 0,
      estimated_time_p90: 0,
      total_work_time: 0,
      difficulty_score: difficultyScore(0),
      outcome_id: outcome,
      optimal_path: [],
      decisions: [],
      critical_path: [],
      alternative_paths: [],
      what_if: null,
    }
  const known = target === null || workflow.outcomeIds.has(target)
  const reason: Unreachable = known
    ? {
        code: 'run_ended',
        message: 'This run is over. Undo its last step, or start another one, to go another way.',
        step_id: null,
        taken_step_ids: [],
      }
    : whyUnreachable(workflow, state, { outcome: target, at: 0, exact: true })
  return { ...common, reachable: false, reason }
}

const assumes = ({ options = [], variables = {} }: WhatIf): boolean =>
  options.length > 0 || Object.keys(variables).length > 0

/**
 * The best way to an outcome, or to any end, from where an execution stands, with the next best sets of decisions: by expected
 * minutes or by difficulty, every check passing and nothing skipped. Bounded whatever the decisions; `exact` tells whether
 * that left anything out. Pure, and changes nothing.
 */
export function findPaths(workflow: CompiledWorkflow, state: ExecutionState, request: PathRequest): PathAnalysis {
  const target = request.target_outcome_id ?? null
  if (!goesOn.includes(state.status)) return ended(workflow, state, target)
  const finding = new PathFinding(workflow, state, request)
  const whatIf = request.what_if ?? {}
  const answer = finding.find(whatIf, 1 + (request.alternatives ?? 3))
  const free = assumes(whatIf) ? finding.find({}, 1) : null
  const common = {
    current_step_id: state.current_step_id,
    target_outcome_id: target,
    exact: answer.found.exact && (free?.found.exact ?? true),
    outcomes: finding.forecasts(answer),
  }
  const [best, ...others] = answer.paths
  if (best === undefined) {
    const reason = finding.why(answer.found.exact)
    const isAssumed = (free?.paths.length ?? 0) > 0
    const message = 'It can be reached, but not with what is assumed here.'
    return { ...common, reachable: false, reason: isAssumed ? { ...reason, code: 'what_if', message } : reason }
  }
  const [unassumed] = free?.paths ?? []
  const measure = measured(best, answer.terms)
  const path: ReachablePath = {
    ...common,
    ...measure,
    reachable: true,
    reason: null,
    optimal_path: stepsOf(best, stepId => finding.iteration(stepId)),
    decisions: best.decisions,
    critical_path: best.visits.flatMap(({ step }, at) => (best.critical.has(at) ? [step.id] : [])),
    alternative_paths: others.map(other => alternative(other, best, answer.terms)),
    what_if: free === null ? null : whatIfOf(whatIf, best, unassumed),
  }
  return path
}

const whatIfOf = ({ options = [] }: WhatIf, path: PlayedPath, free: PlayedPath | undefined) => ({
  decisions: path.decisions.filter(({ option_id }) => options.includes(option_id)),
  time_difference: free === undefined ? null : path.latest - free.latest,
  difficulty_difference: free === undefined ? null : difficultyScore(path.points) - difficultyScore(free.points),
})
