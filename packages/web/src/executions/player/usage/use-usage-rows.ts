import { plannedQuantity } from '@hidesync/domain/inventory/planned-quantity'
import { resourceUsage, type ToolCondition } from '@hidesync/domain/inventory/usage'
import type { JsonObject, StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'
import { useState } from 'react'

/** A material or a tool of a step, with what was used of it as far as it is filled in. */
export interface UsageRow {
  readonly resource: StepResource
  /** Null: the workflow does not say. */
  readonly planned: number | null
  readonly actual: number | null
  readonly waste: number | null
  readonly minutes: number | null
  readonly condition: ToolCondition
}

export interface UsageRows {
  readonly materials: readonly UsageRow[]
  readonly tools: readonly UsageRow[]
  readonly change: (resourceId: number, values: Partial<UsageRow>) => void
  /** What is filled in, in the form in which it is recorded. */
  readonly usage: () => JsonObject
}

/** What the plan says: optional things are not used unless somebody says so. */
const asPlanned = (step: StepDefinition, pieces: number, minutes: number): readonly UsageRow[] =>
  step.resources
    .filter(({ resource_type, name }) => resource_type !== 'documentation' && name !== null)
    .map(resource => {
      const planned = plannedQuantity(step, resource, pieces)
      return {
        resource,
        planned,
        actual: resource.is_optional ? 0 : planned,
        waste: null,
        minutes: Math.round(minutes),
        condition: 'good',
      }
    })

/** The rows of a usage sheet, filled in with the plan. */
export function useUsageRows(step: StepDefinition, pieces: number, minutes: number): UsageRows {
  const [rows, setRows] = useState(() => asPlanned(step, pieces, minutes))
  const materials = rows.filter(({ resource }) => resource.resource_type === 'material')
  const tools = rows.filter(({ resource }) => resource.resource_type === 'tool')
  return {
    materials,
    tools,
    change: (resourceId, values) =>
      setRows(old => old.map(row => (row.resource.id === resourceId ? { ...row, ...values } : row))),
    usage: () =>
      resourceUsage([
        ...materials.map(({ resource, actual, waste }) => ({
          resource,
          actual_quantity: actual ?? undefined,
          waste: waste ?? undefined,
        })),
        ...tools.map(({ resource, minutes: used, condition }) => ({
          resource,
          actual_duration: used ?? undefined,
          condition,
        })),
      ]),
  }
}
