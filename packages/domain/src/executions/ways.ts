import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { evaluate } from '../workflows/condition.ts'
import type { JsonObject } from '../workflows/definition.ts'

/** How a step settled: `passed` over by its own condition, `skipped` by a person. */
export type Settlement = 'completed' | 'passed' | 'skipped' | 'failed'

export interface Leaving {
  readonly step: CompiledStep
  readonly how: Settlement
  readonly option: CompiledOption | null
  /** With what the option sets. */
  readonly variables: JsonObject
}

/** Whether a connection without a condition, or with one that holds, may be taken. */
const holds = (workflow: CompiledWorkflow, connection: number, variables: JsonObject): boolean => {
  const condition = workflow.connections[connection]?.condition ?? null
  return condition === null || evaluate(condition, variables)
}

/** The one member of the choice/conditional group that is taken: the first that claims to be, else the default. */
function takenOfGroup(workflow: CompiledWorkflow, { step, option, variables }: Leaving): number | null {
  const positional = option === null ? undefined : step.choiceByPosition?.[option.position]
  if (positional !== undefined) return positional
  const claims = (connection: number) => {
    const compiled = workflow.connections[connection]
    const silent = compiled?.condition === null && compiled.definition.connection_type === 'choice'
    return !silent && holds(workflow, connection, variables)
  }
  return step.group.find(claims) ?? step.groupDefault
}

/**
 * The connections that become live when the step settles; all others become dead. Loops and jumps are not looked at here: an
 * option that takes one leaves no connection live.
 */
export function liveWays(workflow: CompiledWorkflow, leaving: Leaving): readonly number[] {
  const { step, how, option, variables } = leaving
  const fallback = step.fallbacks.find(connection => holds(workflow, connection, variables))
  const fallbacks = fallback === undefined ? [] : [fallback]
  if (how === 'failed') return fallbacks
  if (how === 'skipped' && fallback !== undefined) return fallbacks
  if (option?.way.type === 'connection') return [option.way.connection]
  if (option !== null && option.way.type !== 'open') return []
  const taken = takenOfGroup(workflow, leaving)
  const live = step.plain.filter(connection => holds(workflow, connection, variables))
  if (taken !== null) live.push(taken)
  return live.length > 0 ? live : fallbacks
}

/** Positions of the steps that a step leads to if it is completed as things stand, by an option where it has some; loops not counted. */
export function waysOn(
  workflow: CompiledWorkflow,
  step: CompiledStep,
  option: CompiledOption | null,
  variables: JsonObject,
): readonly number[] {
  if (option?.way.type === 'jump') return [option.way.target]
  const known = { ...variables, ...option?.action.set_variable }
  const live = liveWays(workflow, { step, how: 'completed', option, variables: known })
  return [...new Set(live.flatMap(way => workflow.connections[way]?.target ?? []))]
}
