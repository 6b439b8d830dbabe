import type { JsonValue } from '@hidesync/domain/workflows/definition'

/** A value as plain text; what has parts, as JSON. */
export const valueText = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
