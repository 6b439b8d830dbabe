/** Whether a value says nothing that a reader would not assume. */
const isUnstated = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)

/** A part without the fields that say nothing: no, none, empty. */
export const lean = <T extends object>(part: T): Partial<T> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => !isUnstated(value))) as Partial<T>
