import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { variablesOf, type Condition } from '../workflows/condition.ts'
import { connectionAt, stepAt } from './letters.ts'
import { loopBody } from './loop-body.ts'
import type { ExecutionState } from './state.ts'

/** A reason why a step is on the way. */
export type WhyHere =
  /** The workflow begins with it. */
  | { readonly code: 'first' }
  /** It follows on a step that is done. */
  | { readonly code: 'after'; readonly step_id: number }
  /** What was chosen at a decision leads here. */
  | { readonly code: 'chosen'; readonly step_id: number }
  /** It is for the case that a step fails, and it did. */
  | { readonly code: 'failed'; readonly step_id: number }
  /** A way from a step leads here as these variables stand. */
  | { readonly code: 'condition'; readonly step_id: number; readonly variables: readonly string[] }
  /** Its own condition holds as these variables stand. */
  | { readonly code: 'own_condition'; readonly variables: readonly string[] }
  /** A loop led back to it. */
  | { readonly code: 'again'; readonly pass: number; readonly passes: number }

/** The loop whose body a step lies in; the tightest, where there are several. */
export function loopAround(workflow: CompiledWorkflow, stepId: number) {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return null
  const around = workflow.loops.flatMap(loop => {
    const body = loopBody(workflow, loop)
    return body.includes(step.index) ? [{ loop, body }] : []
  })
  return around.toSorted((one, other) => one.body.length - other.body.length)[0] ?? null
}

/** The variables that a condition asks for, each once. What asks for none explains nothing: it holds in any case. */
const asksFor = (condition: Condition | null): readonly string[] =>
  condition === null ? [] : [...new Set(variablesOf(condition))]

/** Why the run came to a step: the ways that led to it, in their order, and the conditions that held. */
export function whyHere(workflow: CompiledWorkflow, state: ExecutionState, stepId: number): readonly WhyHere[] {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return []
  const reasons: WhyHere[] = workflow.initial.includes(step.index) ? [{ code: 'first' }] : []
  for (const way of step.incoming) {
    const connection = workflow.connections[way]
    const source = workflow.steps[connection?.source ?? -1]
    if (connection === undefined || source === undefined || connectionAt(state.connections, way) !== 'live') continue
    const step_id = source.id
    const variables = asksFor(connection.condition)
    if (stepAt(state.steps, source.index) === 'failed') reasons.push({ code: 'failed', step_id })
    else if (variables.length > 0) reasons.push({ code: 'condition', step_id, variables })
    else reasons.push({ code: source.kind === 'decision' ? 'chosen' : 'after', step_id })
  }
  const variables = asksFor(step.condition)
  if (variables.length > 0) reasons.push({ code: 'own_condition', variables })
  const pass = state.iterations[String(stepId)] ?? 1
  const around = pass > 1 ? loopAround(workflow, stepId) : null
  if (around !== null) reasons.push({ code: 'again', pass, passes: around.loop.limit })
  return reasons
}

/** The steps that a step which is not open yet still waits for, on the ways that may lead to it. */
export function waitsFor(workflow: CompiledWorkflow, state: ExecutionState, stepId: number): readonly number[] {
  const step = workflow.compiledStep(stepId)
  if (step === undefined || stepAt(state.steps, step.index) !== 'pending') return []
  return step.incoming
    .filter(way => connectionAt(state.connections, way) === 'unresolved')
    .flatMap(way => workflow.steps[workflow.connections[way]?.source ?? -1]?.id ?? [])
}
