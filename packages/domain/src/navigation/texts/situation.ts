/** Where a run stands, as far as it decides what is said and suggested; names in the reader's language, minutes. */
export type Situation =
  | { readonly type: 'begin'; readonly step: string }
  | { readonly type: 'working'; readonly step: string }
  | { readonly type: 'last'; readonly step: string }
  | { readonly type: 'goal'; readonly step: string }
  | { readonly type: 'milestone'; readonly step: string }
  | { readonly type: 'decision'; readonly step: string; readonly options: readonly string[] }
  | { readonly type: 'check'; readonly step: string }
  | { readonly type: 'waiting'; readonly step: string; readonly left: number; readonly other: string | null }
  | { readonly type: 'wait_over'; readonly step: string }
  /** `left` null: missed. */
  | { readonly type: 'deadline'; readonly step: string; readonly left: number | null }
  | { readonly type: 'looking_back'; readonly step: string; readonly open: readonly string[] }
  | { readonly type: 'ready'; readonly step: string }
  /** Nothing can be done until a waiting time between two steps is over. */
  | { readonly type: 'lag'; readonly step: string; readonly left: number }
  | { readonly type: 'stuck' }
  | { readonly type: 'paused'; readonly step: string | null }
  | { readonly type: 'timeout' }
  | { readonly type: 'completed'; readonly outcome: string | null }
  | { readonly type: 'failed' }
  | { readonly type: 'cancelled' }
