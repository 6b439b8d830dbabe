import { AppError, type FieldError } from './app-error.ts'

/** The tag of a version; in another language than the thing's own the text differs, and so does the tag. */
export const versionTag = (version: number, locale?: string): string =>
  locale === undefined ? `"${version}"` : `"${version}-${locale}"`

/** The versions that an If-Match names; null: it takes any. The language behind the number says in what it was read, and does not matter. */
export function versionsIn(ifMatch: string | null): readonly number[] | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null
  return ifMatch.split(',').map(tag => Number(/^(?:W\/)?"(\d+)\b/.exec(tag.trim())?.[1] ?? Number.NaN))
}

export const isStale = (ifMatch: string | null, version: number): boolean =>
  versionsIn(ifMatch)?.includes(version) === false

/** The 412 for a change that was decided on another version than the present one; `differences` says what changed since. */
export function staleRefusal(version: number, thing: string, differences: readonly FieldError[] = []): AppError {
  const what = differences.length === 0 ? '' : ` See what differs in “errors”.`
  return new AppError(
    'request.precondition_failed',
    `${thing} has changed since you loaded it: it is at version ${version}.${what} Load it again and repeat what you wanted to change.`,
    { headers: { etag: versionTag(version) }, ...(differences.length === 0 ? {} : { errors: differences }) },
  )
}

/** Refuses (412) a change that was decided on another version than the present one. */
export function refuseStale(ifMatch: string | null, version: number, thing: string): void {
  if (isStale(ifMatch, version)) throw staleRefusal(version, thing)
}
