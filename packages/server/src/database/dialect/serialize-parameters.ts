const quote = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const serializeArray = (values: readonly unknown[]): string =>
  `{${values
    .map(value => {
      if (Array.isArray(value)) return serializeArray(value)
      const text = serialize(value)
      return text === null ? 'NULL' : quote(text)
    })
    .join(',')}}`

function serialize(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return serializeArray(value)
  throw new TypeError(
    `A parameter is ${Object.prototype.toString.call(value)}: pass JSON as text (JSON.stringify), everything else as a string, number, boolean, Date, byte array or an array of those.`,
  )
}

/** Parameters as the text that both engines are sent, so that neither interprets them in its own way. Arrays become array literals, never JSON. */
export const serializeParameters = (values: readonly unknown[]): readonly (string | null)[] => values.map(serialize)
