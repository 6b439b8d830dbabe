import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { variablesOf } from '../workflows/condition.ts'
import type { JsonObject } from '../workflows/definition.ts'

/** Whether where the step leads, if it is skipped, hangs on a variable that nobody has set yet. */
export function isUncertain({ connections }: CompiledWorkflow, step: CompiledStep, variables: JsonObject): boolean {
  const asked = step.fallbacks.length > 0 ? step.fallbacks : [...step.plain, ...step.group]
  return asked.some(connection => {
    const condition = connections[connection]?.condition ?? null
    return condition !== null && variablesOf(condition).some(name => !Object.hasOwn(variables, name))
  })
}

/** The steps from which every run comes to the target, whatever the variables and choices on the way. */
export function certainToReach(workflow: CompiledWorkflow, target: number): ReadonlySet<number> {
  const { steps, connections, rank } = workflow
  const certain = new Set([target])
  const leads = (connection: number | null) => connection !== null && certain.has(connections[connection]?.target ?? -1)
  const openWays = (step: CompiledStep) =>
    step.plain.some(way => connections[way]?.condition === null && leads(way)) ||
    (step.groupDefault !== null && [step.groupDefault, ...step.group].every(leads)) ||
    (step.choiceByPosition?.every(leads) ?? false)
  const allWays = (step: CompiledStep) =>
    step.options.length === 0
      ? openWays(step)
      : step.options.every(({ way }) => {
          if (way.type === 'connection') return leads(way.connection)
          return way.type === 'jump' ? certain.has(way.target) : way.type === 'open' && openWays(step)
        })
  const latestFirst = steps.toSorted((one, other) => (rank[other.index] ?? 0) - (rank[one.index] ?? 0))
  for (const step of latestFirst) if (allWays(step)) certain.add(step.index)
  return certain
}
