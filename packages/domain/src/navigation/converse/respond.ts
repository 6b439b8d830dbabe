import { outlookOf } from '../guidance.ts'
import type { Intent, Slots } from '../language/intent.ts'
import { textsFor, type Run } from '../run.ts'
import { act } from './act.ts'
import type { Part, Talk } from './answer.ts'
import { addNote, recordUsage, reportShortage } from './note-commands.ts'
import { needOf, stepNeeding } from './need-answers.ts'
import { asked, decline } from './parts.ts'
import { path, whatIf } from './path-answers.ts'
import * as progress from './progress-answers.ts'
import { advice, instructions, needs, repeat } from './step-answers.ts'
import * as steps from './step-commands.ts'
import { changeTimer, extendTimer, listTimers, startTimer } from './timer-commands.ts'

/** What an intent does; an intent without an entry does not compile. */
type Handlers = Readonly<Record<Intent, (run: Run, slots: Slots) => Talk<Part>>>

/** An answer that needs nothing done. */
const told = (answer: (run: Run, slots: Slots) => Part) =>
  // oxlint-disable-next-line require-yield -- a conversation in which nothing has to be done
  function* (run: Run, slots: Slots): Talk<Part> {
    return answer(run, slots)
  }

/** What a step needs, or how much of a thing that is named. */
const needing = (kind: 'list_materials' | 'list_tools' | 'list_resources') =>
  told((run, slots) =>
    slots.resource_id === undefined ? needs(run, slots, kind) : needOf(run, slots, slots.resource_id),
  )

/** What one has to mind with a thing stands where it is needed. */
const withNeeding = (run: Run, slots: Slots): Slots => {
  const step_id = slots.resource_id === undefined ? undefined : stepNeeding(run, slots.resource_id)
  return step_id === undefined ? slots : { ...slots, step_id }
}

/** How an option is done stands in the step that it leads to. */
const withChosen = (run: Run, slots: Slots): Slots => {
  const { current_step_id } = run.state
  if (slots.option_id === undefined || current_step_id === null) return slots
  const step_id = outlookOf(run, current_step_id).find(({ id }) => id === slots.option_id)?.next_step_id
  return step_id === undefined || step_id === null ? slots : { ...slots, step_id }
}

const nothingAsked = told(run => decline(run, textsFor(run).questions.nothingAsked))

const handlers: Handlers = {
  help: told(progress.help),
  status: told(progress.status),
  where_am_i: told(progress.whereAmI),
  next: steps.next,
  previous: steps.previous,
  complete: steps.complete,
  skip: steps.skip,
  fail: steps.fail,
  goto: steps.goTo,
  list_steps: told(progress.listSteps),
  overview: told(progress.overview),
  list_materials: needing('list_materials'),
  list_tools: needing('list_tools'),
  list_resources: needing('list_resources'),
  instructions: told((run, slots) => instructions(run, withChosen(run, slots))),
  tips: told((run, slots) => advice(run, slots, 'tips')),
  warnings: told((run, slots) => advice(run, withNeeding(run, slots), 'warnings')),
  time_remaining: told(progress.timeRemaining),
  suggest: told(progress.suggest),
  path: told(path),
  what_if: told(whatIf),
  decide: steps.choose,
  select_outcome: steps.selectOutcome,
  start_timer: startTimer,
  pause_timer: (run, slots) => changeTimer(run, slots, 'pause_timer'),
  resume_timer: (run, slots) => changeTimer(run, slots, 'resume_timer'),
  extend_timer: extendTimer,
  stop_timer: (run, slots) => changeTimer(run, slots, 'stop_timer'),
  list_timers: told(listTimers),
  add_note: addNote,
  record_usage: recordUsage,
  report_shortage: reportShortage,
  history: told(progress.history),
  undo: steps.undo,
  pause: run => act(run, asked({ type: 'pause' })),
  resume: run => act(run, asked({ type: 'resume' })),
  cancel: told(steps.cancel),
  repeat: told(repeat),
  yes: nothingAsked,
  no: nothingAsked,
  unknown: told(run => decline(run, textsFor(run).answers.unknown)),
}

/** Does what one reading of a sentence says. */
export const respond = (run: Run, intent: Intent, slots: Slots): Talk<Part> => handlers[intent](run, slots)
