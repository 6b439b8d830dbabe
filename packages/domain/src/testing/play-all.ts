import type { CommandRequest } from '../executions/command.ts'
import { decide } from '../executions/decide.ts'
import { evolveAll } from '../executions/evolve.ts'
import { newExecution } from '../executions/new-execution.ts'
import type { ExecutionState } from '../executions/state.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'

/** What came to pass in any run. */
export interface Explored {
  /** Positions of the steps that were open in some run. */
  readonly opened: ReadonlySet<number>
  /** `a b` with a < b: positions of steps that were open at the same time. */
  readonly atOnce: ReadonlySet<string>
  /** `a b` with a < b: positions of steps that were both completed in one run. */
  readonly completed: ReadonlySet<string>
  /** How many runs came to their end without an outcome, and with one. */
  readonly withoutOutcome: number
  readonly withOutcome: number
  /** Whether a state came up in which nothing could be done any more but to fail. */
  readonly isStranded: boolean
}

const choices = (workflow: CompiledWorkflow, state: ExecutionState): CommandRequest[][] =>
  Object.keys(state.open).map(id => {
    const step = workflow.compiledStep(Number(id))
    const step_id = Number(id)
    if (step === undefined) return []
    if (step.options.length > 0)
      return step.options.map(({ definition }) => ({ type: 'decide', step_id, option_id: definition.id }))
    const verdicts = step.kind === 'quality_check' ? (['pass', 'fail'] as const) : (['pass'] as const)
    return verdicts.map(verdict => ({ type: 'complete', step_id, override: true, data: { verdict } }))
  })

const pairsOf = (positions: readonly number[]): string[] =>
  positions.flatMap((one, at) => positions.slice(at + 1).map(other => `${one} ${other}`))

const positionsOf = (steps: string, letters: string): number[] =>
  steps.split('').flatMap((letter, index) => (letters.includes(letter) ? [index] : []))

/**
 * Plays every run that choices and verdicts make possible, in every order of what is open; nothing is skipped, nothing failed
 * but checks. Null where there are more states than `limit`.
 */
export function playAll(workflow: CompiledWorkflow, limit = 3_000): Explored | null {
  let at = 1_000_000
  const give = (state: ExecutionState, command: CommandRequest): ExecutionState | null => {
    const decision = decide(workflow, state, { ...command, at: (at += 10_000_000), actor_id: 1 })
    return decision.ok ? evolveAll(workflow, state, decision.events) : null
  }
  const opened = new Set<number>()
  const atOnce = new Set<string>()
  const completed = new Set<string>()
  const ended = { withOutcome: 0, withoutOutcome: 0 }
  let isStranded = false
  const seen = new Set<string>()
  const first = give(newExecution(workflow), { type: 'start' })
  const queue = first === null ? [] : [first]
  for (const state of queue) {
    const { steps, connections, variables, loops, reached_outcome_id, named_outcome_id } = state
    const key = JSON.stringify([
      steps.replaceAll('a', 'r'),
      connections,
      variables,
      loops,
      reached_outcome_id,
      named_outcome_id,
      Object.keys(state.open),
    ])
    if (seen.has(key)) continue
    seen.add(key)
    if (seen.size > limit) return null
    const open = Object.keys(state.open)
      .flatMap(id => workflow.compiledStep(Number(id))?.index ?? [])
      .toSorted((one, other) => one - other)
    for (const index of open) opened.add(index)
    for (const pair of pairsOf(open)) atOnce.add(pair)
    for (const pair of pairsOf(positionsOf(steps, 'c'))) completed.add(pair)
    if (state.status !== 'active') {
      const hasOutcome = reached_outcome_id !== null || named_outcome_id !== null
      ended[hasOutcome ? 'withOutcome' : 'withoutOutcome'] += 1
      continue
    }
    let isMoving = false
    for (const command of choices(workflow, state).flat()) {
      const next = give(state, command)
      if (next === null) continue
      isMoving = true
      queue.push(next)
    }
    isStranded ||= !isMoving
  }
  return { opened, atOnce, completed, ...ended, isStranded }
}
