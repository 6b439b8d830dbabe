import { parseAction } from './action.ts'
import type { JsonObject, JsonSource, JsonValue } from './definition.ts'
import { isJsonObject } from './json-source.ts'
import { partKey, type Part } from './parts.ts'

export const stepKey = (id: unknown): string => partKey({ part: 'step', id: Number(id) })
const outcomeKey = (id: unknown): string => partKey({ part: 'outcome', id: Number(id) })

const stepFields = ['source_step_id', 'target_step_id', 'parent_step_id']

const pathSteps = (value: JsonValue | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : []

function inAction(source: JsonValue | undefined): string[] {
  const parsed = source === null || source === undefined ? null : parseAction(source as JsonSource)
  if (parsed === null || !parsed.ok) return []
  const { goto_step, complete_with_outcome } = parsed.action
  return [
    ...(goto_step === null ? [] : [stepKey(goto_step)]),
    ...(complete_with_outcome === null ? [] : [outcomeKey(complete_with_outcome)]),
  ]
}

/** The keys of all steps and outcomes that a part names. */
export function referencesOf({ part, step_id, fields }: Part): readonly string[] {
  return [
    ...(step_id === null ? [] : [stepKey(step_id)]),
    ...stepFields.flatMap(field => (typeof fields[field] === 'number' ? [stepKey(fields[field])] : [])),
    ...(typeof fields['outcome_id'] === 'number' ? [outcomeKey(fields['outcome_id'])] : []),
    ...(part === 'decision_option' ? inAction(fields['result_action']) : []),
    ...(part === 'path' ? pathSteps(fields['steps']).map(step => stepKey(step['step_id'])) : []),
  ]
}
