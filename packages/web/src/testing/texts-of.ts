/** Every text of a catalogue under its whole key, as `runs.count`. */
export function textsOf(node: unknown, key = ''): ReadonlyMap<string, string> {
  if (typeof node === 'string') return new Map([[key, node]])
  return new Map(
    Object.entries(node as object).flatMap(([name, value]) => [
      ...textsOf(value, key === '' ? name : `${key}.${name}`),
    ]),
  )
}
