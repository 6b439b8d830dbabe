import type { StepDefinition } from '../workflows/definition.ts'
import { isJsonObject, readJsonObject } from '../workflows/json-source.ts'

/** Whether a step's warnings have to be acknowledged before it is completed: `step_data.must_ack` in its `condition_logic`. */
export function mustAcknowledge({
  condition_logic,
  warnings,
}: Pick<StepDefinition, 'condition_logic' | 'warnings'>): boolean {
  if (condition_logic === null || warnings.length === 0) return false
  const read = readJsonObject(condition_logic)
  const data = read.ok ? read.value['step_data'] : undefined
  return isJsonObject(data) && data['must_ack'] === true
}
