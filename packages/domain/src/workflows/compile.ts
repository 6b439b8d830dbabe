import { compileConnections, compileLoops } from './compile-connections.ts'
import { compileOptions } from './compile-options.ts'
import { stepDataKeys } from '../step-types/step-data.ts'
import type {
  CompiledConnection,
  CompiledLoop,
  CompiledOption,
  CompiledStep,
  CompiledWorkflow,
  StepKind,
} from './compiled.ts'
import { conditionOf } from './compile-condition.ts'
import type {
  ConnectionDefinition,
  ConnectionType,
  OutcomeDefinition,
  StepDefinition,
  WorkflowDefinition,
} from './definition.ts'
import { Reach } from './reach.ts'

export type { CompiledConnection, CompiledLoop, CompiledOption, CompiledStep, CompiledWorkflow } from './compiled.ts'

const byDisplayOrder = <T extends { readonly display_order: number | null }>(items: readonly T[]): T[] =>
  items.toSorted((one, other) =>
    one.display_order === other.display_order ? 0 : (one.display_order ?? Infinity) - (other.display_order ?? Infinity),
  )

/** Whether completing the step reaches an outcome. */
export const isOutcomeStep = (step: StepDefinition): boolean => step.is_outcome || step.step_type === 'outcome'

/** Whether one of the step's options has to be chosen. */
export const isDecision = (step: StepDefinition): boolean =>
  (step.is_decision_point || step.step_type === 'decision') && step.decision_options.length > 0

const kindOf = (step: StepDefinition): StepKind => {
  if (isDecision(step)) return 'decision'
  return step.step_type === 'quality_check' || step.step_type === 'time' ? step.step_type : 'plain'
}

const defaultOutcomeOf = (outcomes: readonly OutcomeDefinition[]): OutcomeDefinition | undefined =>
  outcomes.find(outcome => outcome.is_default)

/** The outcome that an outcome step reaches: its own, the one of the same name, the default, the first. */
export function outcomeOfStep(step: StepDefinition, outcomes: readonly OutcomeDefinition[]): number | null {
  if (!isOutcomeStep(step)) return null
  const named = outcomes.find(outcome => outcome.name.trim().toLowerCase() === step.name.trim().toLowerCase())
  return step.outcome_id ?? (named ?? defaultOutcomeOf(outcomes) ?? byDisplayOrder(outcomes)[0])?.id ?? null
}

const namesStep = (step: StepDefinition): boolean =>
  isDecision(step) && compileOptions(step).some(option => option.action.goto_step !== null)

/** Steps without any connection or jump follow each other in display order. */
function impliedChain(steps: readonly StepDefinition[]): ConnectionDefinition[] {
  return steps.slice(1).map((step, index) => ({
    id: -1 - index,
    source_step_id: steps[index]?.id ?? step.id,
    target_step_id: step.id,
    connection_type: 'sequential',
    condition: null,
    display_order: null,
    is_default: false,
    max_iterations: null,
    min_lag: null,
    max_lag: null,
  }))
}

/** The connections that an execution follows: those of the definition, or the chain that stands for none. */
export function effectiveConnections(definition: WorkflowDefinition): readonly ConnectionDefinition[] {
  const steps = byDisplayOrder(definition.steps)
  const implied = definition.connections.length === 0 && !steps.some(namesStep)
  return implied ? impliedChain(steps) : byDisplayOrder(definition.connections)
}

interface Parts {
  readonly definition: WorkflowDefinition
  readonly connections: readonly CompiledConnection[]
  readonly loopConnections: ReadonlyMap<number, readonly CompiledLoop[]>
  readonly reach: Reach
  readonly indexOf: ReadonlyMap<number, number>
}

/** A step with what leaves it. */
interface Leaving {
  readonly step: StepDefinition
  readonly index: number
  readonly outgoing: readonly CompiledConnection[]
  readonly loops: readonly CompiledLoop[]
  readonly options: readonly CompiledOption[]
  readonly jumpTargets: readonly number[]
}

const nothing: readonly never[] = []

const isPlain = ({ definition: { connection_type: type } }: CompiledConnection): boolean =>
  type === 'sequential' || type === 'parallel'

/** The ways out of a step, by how they are taken. */
function waysOf({ outgoing, options }: Leaving) {
  const positions = (ways: readonly CompiledConnection[]) => ways.map(one => one.index)
  if (outgoing.every(isPlain))
    return {
      plain: positions(outgoing),
      group: nothing,
      groupDefault: null,
      choiceByPosition: null,
      fallbacks: nothing,
    }
  const ofType = (type: ConnectionType) => outgoing.filter(({ definition }) => definition.connection_type === type)
  const choices = ofType('choice')
  const inGroup = outgoing.filter(way => !isPlain(way) && way.definition.connection_type !== 'fallback')
  const standing = inGroup.find(({ definition }) => definition.is_default)
  const positional =
    options.length > 0 &&
    options.every(option => option.action.goto_step === null) &&
    choices.length === options.length &&
    choices.every(one => one.definition.condition === null)
  return {
    plain: positions(outgoing.filter(isPlain)),
    group: positions(inGroup.filter(({ definition }) => !definition.is_default)),
    groupDefault: standing?.index ?? null,
    choiceByPosition: positional ? positions(choices) : null,
    fallbacks: positions(ofType('fallback')),
  }
}

function leavingOf(
  step: StepDefinition,
  index: number,
  { connections, loopConnections, reach, indexOf }: Parts,
): Leaving {
  const outgoing = reach.outgoing(index).flatMap(position => connections[position] ?? [])
  const loops = loopConnections.get(index) ?? nothing
  if (!isDecision(step)) return { step, index, outgoing, loops, options: nothing, jumpTargets: nothing }
  const options = compileOptions(step, { id: step.id, index, indexOf, outgoing, reach, loops })
  const jumps = options.flatMap(({ way }) => (way.type === 'jump' ? [way.target] : []))
  return { step, index, outgoing, loops, options, jumpTargets: [...new Set(jumps)] }
}

/** All fields in one literal: an object put together from parts would be several times slower to read, for ever after. */
function compileStep(leaving: Leaving, jumpSources: readonly number[], { definition, reach }: Parts): CompiledStep {
  const { step, index, loops, options, jumpTargets } = leaving
  const { plain, group, groupDefault, choiceByPosition, fallbacks } = waysOf(leaving)
  const incoming = reach.incoming(index)
  return {
    index,
    id: step.id,
    definition: step,
    kind: kindOf(step),
    duration: Math.max(0, step.estimated_duration ?? 0),
    condition: step.condition_logic === null ? null : conditionOf(step.condition_logic, stepDataKeys(step.step_type)),
    options,
    incoming,
    outgoing: reach.outgoing(index),
    plain,
    group,
    groupDefault,
    choiceByPosition,
    fallbacks,
    loops,
    jumpTargets,
    jumpSources,
    gotoOnly: incoming.length === 0 && jumpSources.length > 0,
    outcome_id: outcomeOfStep(step, definition.outcomes),
  }
}

function compileSteps(ordered: readonly StepDefinition[], parts: Parts): CompiledStep[] {
  const leaving = ordered.map((step, index) => leavingOf(step, index, parts))
  const sources = new Map<number, number[]>()
  for (const { index, jumpTargets } of leaving)
    for (const target of jumpTargets) {
      const known = sources.get(target)
      if (known === undefined) sources.set(target, [index])
      else known.push(index)
    }
  return leaving.map(one => compileStep(one, sources.get(one.index) ?? nothing, parts))
}

/** Where an execution begins. Where jumps alone lead to every step, it begins with the first. */
function initialOf(steps: readonly CompiledStep[]): number[] {
  const initial = steps.filter(step => step.incoming.length === 0 && !step.gotoOnly)
  return (initial.length === 0 ? steps.slice(0, 1) : initial).map(step => step.index)
}

function unreachableFrom(
  initial: readonly number[],
  steps: readonly CompiledStep[],
  connections: readonly CompiledConnection[],
) {
  const seen = new Uint8Array(steps.length)
  const queue: number[] = []
  const reach = (index: number): void => {
    if (seen[index] === 1) return
    seen[index] = 1
    queue.push(index)
  }
  initial.forEach(reach)
  for (const next of queue) {
    const step = steps[next]
    for (const position of step?.outgoing ?? []) reach(connections[position]?.target ?? next)
    step?.jumpTargets.forEach(reach)
  }
  return steps.filter(step => seen[step.index] === 0).map(step => step.index)
}

/**
 * Indexes a definition for the engine: order, ways in and out, groups, loops, jumps. Total: what validation calls fatal is left
 * out (a connection to nowhere) or never holds (a malformed condition), but such a definition is not meant to be run.
 */
export function compile(definition: WorkflowDefinition): CompiledWorkflow {
  const ordered = byDisplayOrder(definition.steps)
  const indexOf = new Map(ordered.map((step, index) => [step.id, index]))
  const { connections, backward } = compileConnections(effectiveConnections(definition), indexOf)
  const reach = new Reach(ordered.length, connections)
  const loopConnections = compileLoops(backward, reach)
  const parts = { definition, connections, loopConnections, reach, indexOf }
  const steps = compileSteps(ordered, parts)
  const jumpLoops = steps.flatMap(step => step.options.flatMap(({ way }) => (way.type === 'loop' ? [way.loop] : [])))
  const loops = new Map([...[...loopConnections.values()].flat(), ...jumpLoops].map(loop => [loop.key, loop]))
  const initial = initialOf(steps)
  const byConnectionId = new Map(connections.map(connection => [connection.definition.id, connection]))
  const compiledStep = (id: number | null) => (id === null ? undefined : steps[indexOf.get(id) ?? -1])
  return {
    definition,
    steps,
    connections,
    initial,
    unreachable: unreachableFrom(initial, steps, connections),
    loops: [...loops.values()],
    rank: reach.rank,
    hasJumps: steps.some(step => step.jumpTargets.length > 0),
    hasOutcomeSteps: steps.some(step => step.outcome_id !== null),
    defaultOutcomeId: defaultOutcomeOf(definition.outcomes)?.id ?? null,
    outcomeIds: new Set(definition.outcomes.map(outcome => outcome.id)),
    step: id => compiledStep(id)?.definition,
    compiledStep,
    connection: id => byConnectionId.get(id),
  }
}
