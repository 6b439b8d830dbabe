import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'

/** One thing to fill in, as the JSON Schema of a step type asks for it. */
export interface FormField {
  readonly name: string
  readonly title: string
  readonly help: string | null
  readonly kind: 'yes_no' | 'choice' | 'number' | 'text'
  readonly isRequired: boolean
  readonly choices: readonly string[]
  readonly min: number | null
  readonly max: number | null
}

const textIn = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null)
const numberIn = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null)

/** “gap_left” reads “Gap left” where the schema has no title. */
const readable = (name: string): string => {
  const words = name.replaceAll('_', ' ').trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function kindOf(schema: JsonObject): FormField['kind'] | null {
  if (Array.isArray(schema['enum'])) return 'choice'
  switch (schema['type']) {
    case 'boolean':
      return 'yes_no'
    case 'number':
    case 'integer':
      return 'number'
    case 'string':
      return 'text'
    default:
      return null
  }
}

/** The fields of a form in the order of the schema; what has no plain value (lists, objects) is left out. */
export function formFields(form: JsonObject): readonly FormField[] {
  const { properties, required } = form
  if (!isJsonObject(properties)) return []
  const needed = Array.isArray(required) ? required : []
  return Object.entries(properties).flatMap(([name, schema]) => {
    const kind = isJsonObject(schema) ? kindOf(schema) : null
    if (!isJsonObject(schema) || kind === null) return []
    const choices = Array.isArray(schema['enum']) ? (schema['enum'] as readonly JsonValue[]).map(String) : []
    return [
      {
        name,
        title: textIn(schema['title']) ?? readable(name),
        help: textIn(schema['description']),
        kind,
        isRequired: needed.includes(name),
        choices,
        min: numberIn(schema['minimum']),
        max: numberIn(schema['maximum']),
      },
    ]
  })
}

/** The first field that has to be filled in and is not. */
export const missingField = (fields: readonly FormField[], values: JsonObject): FormField | undefined =>
  fields.find(({ name, isRequired }) => isRequired && (values[name] ?? null) === null)
