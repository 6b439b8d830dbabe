import type { JsonObject, JsonValue, StepResource } from '../workflows/definition.ts'
import { isJsonObject } from '../workflows/json-source.ts'
import { exactQuantity } from './planned-quantity.ts'

export const toolConditions = ['good', 'worn', 'damaged'] as const
export type ToolCondition = (typeof toolConditions)[number]

/** What was really used of a resource of a step. */
export interface Used {
  readonly resource: StepResource
  /** Of a material, waste included; in the resource's own unit. */
  readonly actual_quantity?: number | undefined
  /** What of it became waste. */
  readonly waste?: number | undefined
  /** Of a tool: minutes. */
  readonly actual_duration?: number | undefined
  readonly condition?: ToolCondition | undefined
}

/** What of it is stated, without what identifies it. */
function particulars({ actual_quantity, waste, actual_duration, condition, resource }: Used): JsonObject {
  return {
    ...(actual_quantity === undefined ? {} : { actual_quantity: exactQuantity(actual_quantity) }),
    ...(actual_quantity === undefined || resource.unit === null ? {} : { unit: resource.unit }),
    ...(waste === undefined || waste === 0 ? {} : { waste: exactQuantity(waste) }),
    ...(actual_duration === undefined ? {} : { actual_duration }),
    ...(condition === undefined ? {} : { condition }),
  }
}

/**
 * What was used in the form that completing a step takes: materials and tools by their id in the inventory, under `others` what the
 * step names without one.
 */
export function resourceUsage(used: readonly Used[]): JsonObject {
  const materials: Record<string, JsonValue> = {}
  const tools: Record<string, JsonValue> = {}
  const others: JsonValue[] = []
  for (const one of used) {
    const { id, name, resource_type, dynamic_material_id, tool_id } = one.resource
    const [kept, inventoryId] = dynamic_material_id === null ? [tools, tool_id] : [materials, dynamic_material_id]
    // A step may name the same thing twice, in another unit even: the second line of it stands beside the first, not over it.
    if (inventoryId !== null && kept[String(inventoryId)] === undefined) kept[String(inventoryId)] = particulars(one)
    else
      others.push({
        resource_id: id,
        resource_type,
        ...(inventoryId === null ? {} : dynamic_material_id === null ? { tool_id } : { dynamic_material_id }),
        ...(name === null ? {} : { name }),
        ...particulars(one),
      })
  }
  return {
    ...(Object.keys(materials).length === 0 ? {} : { materials }),
    ...(Object.keys(tools).length === 0 ? {} : { tools }),
    ...(others.length === 0 ? {} : { others }),
  }
}

/** What is recorded of a resource in a step's data; null: nothing. */
export function recordedUsage(data: JsonObject | null, resource: StepResource): JsonObject | null {
  const usage = data?.['resource_usage']
  if (!isJsonObject(usage)) return null
  const { materials, tools, others } = usage
  const under = (part: JsonValue | undefined, id: number | null) =>
    id !== null && isJsonObject(part) ? part[String(id)] : undefined
  const listed: readonly JsonValue[] = Array.isArray(others) ? (others as readonly JsonValue[]) : []
  const found =
    listed.find(one => isJsonObject(one) && one['resource_id'] === resource.id) ??
    under(materials, resource.dynamic_material_id) ??
    under(tools, resource.tool_id)
  return isJsonObject(found) ? found : null
}
