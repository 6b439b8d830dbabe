/** What the build wrote, by address. All but the plain ones have the hash of their content in their names. */
export interface AppFiles {
  /** Changes with any of the files. */
  readonly version: string
  /** The page itself, and what has a name that stays. */
  readonly plain: readonly string[]
  /** The shell and the player: kept at once. */
  readonly first: readonly string[]
  /** What else a run may need: kept once a run is on the device. */
  readonly ofRuns: readonly string[]
  /** The texts of the app: kept once somebody has read them. */
  readonly languages: readonly string[]
}
