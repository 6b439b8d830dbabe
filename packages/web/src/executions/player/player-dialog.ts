import type { Question } from './completing.ts'

/** Which question stands over the player. */
export type PlayerDialog =
  | { readonly type: 'skip' }
  | { readonly type: 'fail' }
  | { readonly type: 'cancel' }
  | { readonly type: 'keys' }
  | { readonly type: 'problem' }
  | { readonly type: 'jump'; readonly step_id: number; readonly skipped: readonly number[] }
  | Question
