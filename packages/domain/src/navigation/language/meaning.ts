import type { Intent, Slots } from './intent.ts'

/** What a place in a sentence template can be filled with. */
export const slotKinds = [
  'step_number',
  'step_ordinal',
  'step_name',
  'step_made',
  'step_after',
  'step_before',
  'option_number',
  'option_ordinal',
  'option_letter',
  'option_name',
  'outcome_name',
  'resource_name',
  'timer_name',
  'count',
  'duration',
  'duration_bare',
  'quantity',
  'measure',
  'text',
] as const
export type SlotKind = (typeof slotKinds)[number]

/** What is filled, in whichever way it is said: a step by its number, its place or its name. */
export type Filling =
  'step' | 'option' | 'outcome' | 'resource' | 'timer' | 'count' | 'duration' | 'quantity' | 'measure' | 'text'

interface MeaningRule {
  readonly intent: Intent
  /** What each sentence of it says, no more and no less. */
  readonly says: readonly Filling[]
  readonly slots: Slots
  /**
   * `named`: all it says is there. `loose`: takes any words for the name of something, so that a slip in a name is looked for
   * first. `asks`: names nothing that there is, or too little; asked back, never done.
   */
  readonly sort: 'named' | 'loose' | 'asks'
}

const means = (intent: Intent, ...says: readonly Filling[]): MeaningRule => ({ intent, says, slots: {}, sort: 'named' })
/** A judgement on a check that is named. */
const judges = (intent: Intent, verdict: 'pass' | 'fail'): MeaningRule => ({
  ...means(intent, 'step'),
  slots: { verdict },
})
const meansAlways = (intent: Intent, slots: Slots): MeaningRule => ({ intent, says: [], slots, sort: 'named' })
const meansAny = (intent: Intent, ...says: readonly Filling[]): MeaningRule => ({
  ...means(intent, ...says),
  sort: 'loose',
})
const asksFor = (intent: Intent, ...says: readonly Filling[]): MeaningRule => ({
  ...means(intent, ...says),
  sort: 'asks',
})

/**
 * Each intent with each combination of what can be said beside it. A language has sentences for every one of them, or does
 * not compile.
 */
export const meanings = {
  help: means('help'),
  status: means('status'),
  where: means('where_am_i'),
  next: means('next'),
  previous: means('previous'),
  previous_count: means('previous', 'count'),
  complete: means('complete'),
  complete_step: means('complete', 'step'),
  complete_pass: meansAlways('complete', { verdict: 'pass' }),
  complete_step_pass: judges('complete', 'pass'),
  skip: means('skip'),
  skip_step: means('skip', 'step'),
  skip_reason: means('skip', 'text'),
  fail: means('fail'),
  fail_step: means('fail', 'step'),
  fail_reason: means('fail', 'text'),
  fail_verdict: meansAlways('fail', { verdict: 'fail' }),
  fail_step_verdict: judges('fail', 'fail'),
  goto: means('goto', 'step'),
  goto_bare: asksFor('goto', 'step'),
  goto_unknown: asksFor('goto', 'text'),
  list_steps: means('list_steps'),
  overview: means('overview'),
  materials: means('list_materials'),
  materials_step: means('list_materials', 'step'),
  tools: means('list_tools'),
  tools_step: means('list_tools', 'step'),
  resources: means('list_resources'),
  resources_step: means('list_resources', 'step'),
  need: means('list_resources', 'resource'),
  need_step: means('list_resources', 'resource', 'step'),
  instructions: means('instructions'),
  instructions_step: means('instructions', 'step'),
  instructions_option: means('instructions', 'option'),
  instructions_next: meansAlways('instructions', { offset: 1 }),
  instructions_previous: meansAlways('instructions', { offset: -1 }),
  tips: means('tips'),
  tips_step: means('tips', 'step'),
  warnings: means('warnings'),
  warnings_resource: means('warnings', 'resource'),
  warnings_step: means('warnings', 'step'),
  time: means('time_remaining'),
  time_step: means('time_remaining', 'step'),
  suggest: means('suggest'),
  path: means('path'),
  path_step: means('path', 'step'),
  path_outcome: means('path', 'outcome'),
  what_if_option: means('what_if', 'option'),
  what_if_step: means('what_if', 'step'),
  what_if_text: meansAny('what_if', 'text'),
  decide: means('decide', 'option'),
  decide_bare: means('decide', 'option'),
  decide_unknown: asksFor('decide', 'text'),
  outcome: means('select_outcome', 'outcome'),
  start_timer: means('start_timer'),
  start_timer_duration: means('start_timer', 'duration'),
  start_timer_name: means('start_timer', 'timer'),
  start_timer_both: means('start_timer', 'duration', 'timer'),
  start_timer_text: meansAny('start_timer', 'duration', 'text'),
  pause_timer: means('pause_timer'),
  pause_timer_name: means('pause_timer', 'timer'),
  resume_timer: means('resume_timer'),
  resume_timer_name: means('resume_timer', 'timer'),
  extend_timer: means('extend_timer'),
  extend_timer_duration: means('extend_timer', 'duration'),
  extend_timer_name: means('extend_timer', 'duration', 'timer'),
  stop_timer: means('stop_timer'),
  stop_timer_name: means('stop_timer', 'timer'),
  timers: means('list_timers'),
  timers_name: means('list_timers', 'timer'),
  note: means('add_note'),
  note_text: means('add_note', 'text'),
  usage: means('record_usage', 'measure', 'resource'),
  usage_measure: means('record_usage', 'measure'),
  usage_pieces: means('record_usage', 'quantity', 'resource'),
  usage_resource: means('record_usage', 'resource'),
  usage_text: meansAny('record_usage', 'measure', 'text'),
  shortage: means('report_shortage'),
  shortage_resource: means('report_shortage', 'resource'),
  shortage_measure: means('report_shortage', 'measure', 'resource'),
  shortage_pieces: means('report_shortage', 'quantity', 'resource'),
  shortage_text: meansAny('report_shortage', 'text'),
  history: means('history'),
  undo: means('undo'),
  undo_count: means('undo', 'count'),
  pause: means('pause'),
  resume: means('resume'),
  cancel: means('cancel'),
  cancel_reason: means('cancel', 'text'),
  repeat: means('repeat'),
  yes: means('yes'),
  no: means('no'),
} as const satisfies Record<string, MeaningRule>

export type MeaningKey = keyof typeof meanings
export const meaningKeys = Object.keys(meanings) as readonly MeaningKey[]
export const ruleOf = (key: MeaningKey): MeaningRule => meanings[key]

export const fillingOf = (kind: SlotKind): Filling => {
  const [thing = kind] = kind.split('_')
  return thing as Filling
}
