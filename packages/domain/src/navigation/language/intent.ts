/** What a person can mean by a sentence. */
export const intents = [
  'help',
  'status',
  'where_am_i',
  'next',
  'previous',
  'complete',
  'skip',
  'fail',
  'goto',
  'list_steps',
  'overview',
  'list_materials',
  'list_tools',
  'list_resources',
  'instructions',
  'tips',
  'warnings',
  'time_remaining',
  'suggest',
  'path',
  'what_if',
  'decide',
  'select_outcome',
  'start_timer',
  'pause_timer',
  'resume_timer',
  'extend_timer',
  'stop_timer',
  'list_timers',
  'add_note',
  'record_usage',
  'report_shortage',
  'history',
  'undo',
  'pause',
  'resume',
  'cancel',
  'repeat',
  'yes',
  'no',
  'unknown',
] as const
export type Intent = (typeof intents)[number]

/** Intents that lose or book something: they are never taken from a sentence that only resembles one. */
export const exactOnly: ReadonlySet<Intent> = new Set([
  'cancel',
  'skip',
  'fail',
  'undo',
  'record_usage',
  // It may answer whether a run is to be given up.
  'yes',
])

/** Intents that only tell something: they may be guessed, since a wrong guess costs a look. All others do something. */
export const reads: ReadonlySet<Intent> = new Set([
  'help',
  'status',
  'where_am_i',
  'list_steps',
  'overview',
  'list_materials',
  'list_tools',
  'list_resources',
  'instructions',
  'tips',
  'warnings',
  'time_remaining',
  'suggest',
  'path',
  'what_if',
  'list_timers',
  'history',
  'repeat',
])

/** What a sentence says beside its intent; ids are those of the vocabulary that it was read with. */
export interface Slots {
  readonly step_id?: number
  /** As it was said, from 1; also where no such step exists. */
  readonly step_number?: number
  readonly option_id?: number
  readonly outcome_id?: number
  /** Of a timer. */
  readonly minutes?: number
  readonly timer_id?: string
  /** How many steps back, or how many undos. */
  readonly count?: number
  /** Verdict on a quality check: "complete" said as "passed", "fail" as "doesn't pass". */
  readonly verdict?: 'pass' | 'fail'
  /** Of "show me the next step": that which comes after (1) or before (-1) the current one; shown, not gone to. */
  readonly offset?: 1 | -1
  readonly quantity?: number
  /** A unit's code, such as `sq_ft`. */
  readonly unit?: string
  readonly resource_id?: string
  /** Free text: a note, a reason, a label, the name of what was not found; as it was written. */
  readonly text?: string
}

/** What is meant, however it was said. */
export interface Meant {
  readonly intent: Intent
  readonly slots: Slots
}

/** One way to read a sentence, or a part of it. */
export interface Reading extends Meant {
  /** 0 to 1. */
  readonly confidence: number
  /** How it was found: by a template word for word, by one with slips, or by what the words are about. */
  readonly match: 'exact' | 'fuzzy' | 'paraphrase'
}

/** What was understood. Only `understood` may ever change anything. */
export type Understanding =
  /** One command or several in the order in which they were said. */
  | { readonly kind: 'understood'; readonly readings: readonly Reading[] }
  /** One to three readings to ask back with, the likeliest first. */
  | { readonly kind: 'unclear'; readonly readings: readonly Reading[] }
  | { readonly kind: 'unknown' }

/** What can be named, in the words of the language that the person speaks. */
export interface Vocabulary {
  /** By display order; a step's number is its position from 1. */
  readonly steps: readonly { readonly id: number; readonly name: string }[]
  readonly current_step_id: number | null
  /** Options of the decisions that can be made now, in order; the one in view first. */
  readonly options: readonly { readonly id: number; readonly text: string }[]
  readonly outcomes: readonly { readonly id: number; readonly name: string }[]
  readonly resources: readonly { readonly id: string; readonly name: string; readonly unit: string | null }[]
  readonly timers: readonly { readonly id: string; readonly label: string }[]
}
