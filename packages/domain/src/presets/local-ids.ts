import { sourceObject } from './json-check.ts'
import type { JsonObject, JsonSource } from '../workflows/definition.ts'
import type { LocalId, PresetOutcome } from './preset.ts'

/** Local ids are compared as text: `2` and `"2"` name the same thing. */
export const idKey = (id: LocalId): string => String(id)

/** Where an outcome lies in the list, by its local id or else by its name; undefined if nothing answers to it. */
export function outcomeIndex(outcomes: readonly PresetOutcome[], named: LocalId): number | undefined {
  const byId = outcomes.findIndex(({ id }) => id !== null && idKey(id) === idKey(named))
  if (byId >= 0) return byId
  const name = idKey(named).trim().toLowerCase()
  const byName = outcomes.findIndex(outcome => outcome.name.trim().toLowerCase() === name)
  return byName >= 0 ? byName : undefined
}

/** The fields of an action that name something in the same workflow. */
export const namingFields = ['goto_step', 'complete_with_outcome'] as const
export type NamingField = (typeof namingFields)[number]

export const isLocalId = (value: unknown): value is LocalId =>
  (typeof value === 'number' && Number.isSafeInteger(value)) || (typeof value === 'string' && value.trim() !== '')

/** What an action names, field by field. */
export function namesIn(action: JsonSource | null): { readonly field: NamingField; readonly value: unknown }[] {
  const object = action === null ? null : sourceObject(action)
  if (object === null) return []
  return namingFields
    .filter(field => Object.hasOwn(object, field) && object[field] !== null)
    .map(field => ({ field, value: object[field] }))
}

/** The action with other ids in it; text stays text. */
export function renameIn(
  action: JsonSource | null,
  rename: Readonly<Record<NamingField, (id: LocalId) => LocalId | undefined>>,
): JsonSource | null {
  const names = namesIn(action).filter(({ value }) => isLocalId(value))
  if (action === null || names.length === 0) return action
  const renamed = { ...sourceObject(action) } as Record<string, unknown>
  for (const { field, value } of names) renamed[field] = rename[field](value as LocalId) ?? value
  return typeof action === 'string' ? JSON.stringify(renamed) : (renamed as JsonObject)
}
