import { AppError } from './app-error.ts'

/** The tag of a version; in another language than the thing's own the text differs, and so does the tag. */
export const versionTag = (version: number, locale?: string): string =>
  locale === undefined ? `"${version}"` : `"${version}-${locale}"`

/** The tag without the language that the thing was read in: a change is decided on its version. */
const withoutLocale = (tag: string): string => tag.replace(/^("\d+)-[\dA-Za-z-]+"$/, '$1"')

/** Refuses (412) a change that was decided on another version than the present one. */
export function refuseStale(ifMatch: string | null, version: number, thing: string): void {
  if (ifMatch === null || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map(tag => withoutLocale(tag.trim().replace(/^W\//, '')))
  if (tags.includes(versionTag(version))) return
  throw new AppError(
    'request.precondition_failed',
    `${thing} has changed since you loaded it: it is at version ${version}. Load it again and repeat what you wanted to change.`,
    { headers: { etag: versionTag(version) } },
  )
}
