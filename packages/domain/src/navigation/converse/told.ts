import type { CommandRequest } from '../../executions/command.ts'
import { isSettled, stepAt } from '../../executions/letters.ts'
import { notesKept } from '../../executions/notes-kept.ts'
import { timerAt, timerLeft } from '../../executions/timer.ts'
import { availableSteps, waitingSteps } from '../../executions/view.ts'
import { linesOf } from '../context.ts'
import { deedUndone } from '../deed.ts'
import { toDoAgain } from '../done-again.ts'
import { nameOf, namesOf, numberOf, optionOf, outcomeName, textsFor, type Run } from '../run.ts'
import { standingInView } from '../standing.ts'
import type { Came } from './answer.ts'
import { joined } from './parts.ts'

type Done = Extract<Came, { ok: true }>

/** What a command did, and where the run stands after it: said together, or apart where the one is seen beside. */
export interface Told {
  readonly did: string
  readonly next: string
}

/** The step that comes into view: what has to be chosen, checked or waited for is said at once, being the very next thing. */
function comingUp(run: Run, stepId: number): string {
  const { done } = textsFor(run)
  const name = nameOf(run, stepId)
  const { situation } = standingInView(run)
  switch (situation.type) {
    case 'decision':
      return done.nextDecision(name, situation.options)
    case 'check':
      return done.nextCheck(name)
    case 'waiting':
      return done.nextWait(name, situation.left, situation.other)
    default:
      return done.next([name])
  }
}

/** What comes next, or how it ended. */
function aftermath(before: Run, run: Run): string {
  const { done } = textsFor(run)
  const { workflow, state, at } = run
  if (state.status === 'completed') return done.ended(outcomeName(run, state.selected_outcome_id))
  if (state.status === 'failed') return done.endedFailed
  if (state.status !== 'active') return ''
  const open = availableSteps(workflow, state, at)
  const wasOpen = availableSteps(workflow, before.state, at)
  const opened = open.filter(id => !wasOpen.includes(id))
  const current = state.current_step_id
  if (opened.length > 1) return done.next(namesOf(run, opened))
  if (current !== null && open.includes(current)) return comingUp(run, current)
  if (open.length > 0) return done.next(namesOf(run, open))
  const [waiting] = waitingSteps(workflow, state, at)
  return waiting === undefined ? '' : done.waitsFor(nameOf(run, waiting.step_id), (waiting.not_before - at) / 60_000)
}

const minutesOf = (run: Run, timerId: string): number => {
  const timer = timerAt(run.state, timerId)
  return timer === undefined ? 0 : timerLeft(timer, run.at) / 60_000
}

/** What was done with a timer, and then what it is called, so that its name is not taken for its time. */
function timerTold(run: Run, timerId: string, said: string): string {
  const { words } = textsFor(run)
  const label = timerAt(run.state, timerId)?.label ?? ''
  return label === '' ? `${said}.` : `${said}${words.colon} ${words.quoted(label)}.`
}

/** The step that one turned away from, to another that was open as well, though it is still open; null: none was. */
function leftOpen(before: Run, { workflow, state, at }: Run): number | null {
  const { current_step_id: left } = before.state
  const { current_step_id: here } = state
  if (left === null || here === null || left === here) return null
  const wasOpen = availableSteps(workflow, before.state, before.at).includes(here)
  return wasOpen && availableSteps(workflow, state, at).includes(left) ? left : null
}

function wentTo(before: Run, run: Run, skipped: readonly number[]): Told {
  const { done } = textsFor(run)
  const { workflow, state } = run
  const step_id = state.current_step_id ?? 0
  const name = nameOf(run, step_id)
  const index = workflow.compiledStep(step_id)?.index ?? 0
  const number = numberOf(run, step_id)
  const onTheWay = skipped.length > 0 && done.skippedOnTheWay(namesOf(run, skipped))
  if (isSettled(stepAt(state.steps, index))) return { did: joined(onTheWay), next: done.lookingAt(name, number) }
  const left = leftOpen(before, run)
  return {
    did: joined(left !== null && done.turned(nameOf(run, left)), onTheWay),
    next: done.wentTo(name, number),
  }
}

function tookBack(before: Run, run: Run, undone: Done['undone']): Told {
  const { done, answers } = textsFor(run)
  const here = run.state.current_step_id
  const moved = here !== null && here !== undone?.step_id
  const name = undone === null || undone.step_id === null ? null : nameOf(run, undone.step_id)
  const notes = notesKept(before.state, run.state, undone?.step_id ?? null)
  return {
    did: joined(
      done.undone(undone === null ? 'undo' : deedUndone(before, undone), name),
      notes.length > 0 && done.notesStay(notes),
    ),
    next: moved ? answers.youAreAt(nameOf(run, here), numberOf(run, here)) : '',
  }
}

/** What a command did, as one says it right afterwards. */
export function told(before: Run, command: CommandRequest, { run, skipped_steps, undone }: Done): Told {
  const { done, timers } = textsFor(run)
  const step = 'step_id' in command ? nameOf(run, command.step_id ?? null) : ''
  const alone = (did: string): Told => ({ did, next: '' })
  const goingOn = (did: string): Told => {
    const again = namesOf(run, toDoAgain(before.state, run))
    return { did: joined(did, again.length > 0 && done.again(again)), next: aftermath(before, run) }
  }
  switch (command.type) {
    case 'complete': {
      const verdict = command.data?.['verdict']
      const said =
        verdict === 'fail' ? done.failedCheck(step) : verdict === 'pass' ? done.passed(step) : done.completed(step)
      return goingOn(said)
    }
    case 'decide':
      return goingOn(done.decided(optionOf(run, command.option_id)?.option_text ?? ''))
    case 'skip':
      return goingOn(done.skipped(step))
    case 'fail':
      return goingOn(done.failed(step))
    case 'navigate':
      return wentTo(before, run, skipped_steps)
    case 'undo':
      return tookBack(before, run, undone)
    case 'pause':
      return alone(done.paused)
    case 'resume':
      return { did: done.resumed, next: linesOf(textsFor(run), standingInView(run).situation).message }
    case 'cancel':
      return alone(done.cancelled)
    case 'note':
      return alone(done.noted(step))
    case 'select_outcome':
      return alone(done.outcome(outcomeName(run, command.outcome_id) ?? ''))
    case 'start_timer':
      return alone(timerTold(run, command.timer_id, timers.started(command.minutes)))
    case 'pause_timer':
      return alone(timerTold(run, command.timer_id, timers.paused(minutesOf(run, command.timer_id))))
    case 'resume_timer':
      return alone(timerTold(run, command.timer_id, timers.resumed(minutesOf(run, command.timer_id))))
    case 'extend_timer':
      return alone(timerTold(run, command.timer_id, timers.extended(minutesOf(run, command.timer_id))))
    case 'stop_timer':
      return alone(timerTold(before, command.timer_id, timers.stopped))
    case 'start':
    case 'time_out':
    case 'set_variables':
      return alone('')
  }
}
