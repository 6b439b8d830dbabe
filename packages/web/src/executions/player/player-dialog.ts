/** Which question stands over the player. */
export type PlayerDialog =
  | { readonly type: 'skip' }
  | { readonly type: 'fail' }
  | { readonly type: 'cancel' }
  | { readonly type: 'keys' }
  | { readonly type: 'early'; readonly minutesLeft: number }
  | { readonly type: 'jump'; readonly step_id: number; readonly skipped: readonly number[] }
