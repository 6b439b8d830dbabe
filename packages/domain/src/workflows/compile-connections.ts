import { conditionOf } from './compile-condition.ts'
import type { CompiledConnection, CompiledLoop } from './compiled.ts'
import type { ConnectionDefinition } from './definition.ts'
import type { Reach } from './reach.ts'

/** Runs of a loop's body there may be unless the connection says otherwise. */
export const defaultLoopLimit = 10

/** Minutes, as in the definition, to milliseconds, as the engine counts. */
export const toMilliseconds = (minutes: number): number => Math.round(minutes * 60_000)

interface Ends {
  readonly definition: ConnectionDefinition
  readonly source: number
  readonly target: number
}

const parsed = ({ condition }: ConnectionDefinition) => (condition === null ? null : conditionOf(condition))

/** Splits the connections into those that lead on, numbered in their order, and the loops that lead back. */
export function compileConnections(
  definitions: readonly ConnectionDefinition[],
  indexOf: ReadonlyMap<number, number>,
): { readonly connections: readonly CompiledConnection[]; readonly backward: readonly Ends[] } {
  const all = definitions.flatMap(definition => {
    const source = indexOf.get(definition.source_step_id)
    const target = indexOf.get(definition.target_step_id)
    return source === undefined || target === undefined ? [] : [{ definition, source, target }]
  })
  return {
    connections: all
      .filter(({ definition }) => definition.connection_type !== 'loop')
      .map(({ definition, source, target }, index) => ({
        index,
        definition,
        source,
        target,
        condition: parsed(definition),
        min_lag: toMilliseconds(definition.min_lag ?? 0),
        max_lag: definition.max_lag === null ? null : toMilliseconds(definition.max_lag),
      })),
    backward: all.filter(({ definition }) => definition.connection_type === 'loop'),
  }
}

/** The loops by their source. One whose target does not lie before its source leads nowhere back, and is never taken. */
export function compileLoops(backward: readonly Ends[], reach: Reach): ReadonlyMap<number, readonly CompiledLoop[]> {
  const loops = new Map<number, CompiledLoop[]>()
  for (const { definition, source, target } of backward) {
    if (!reach.leads(target, source)) continue
    const loop = {
      key: String(definition.id),
      source,
      target,
      limit: Math.max(1, definition.max_iterations ?? defaultLoopLimit),
      condition: parsed(definition),
      min_lag: toMilliseconds(definition.min_lag ?? 0),
      max_lag: definition.max_lag === null ? null : toMilliseconds(definition.max_lag),
    }
    loops.set(source, [...(loops.get(source) ?? []), loop])
  }
  return loops
}
