import { AppError } from './app-error.ts'

export const versionTag = (version: number): string => `"${version}"`

/** Refuses (412) a change that was decided on another version than the present one. */
export function refuseStale(ifMatch: string | null, version: number, thing: string): void {
  if (ifMatch === null || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  if (tags.includes(versionTag(version))) return
  throw new AppError(
    'request.precondition_failed',
    `${thing} has changed since you loaded it: it is at version ${version}. Load it again and repeat what you wanted to change.`,
    { headers: { etag: versionTag(version) } },
  )
}
