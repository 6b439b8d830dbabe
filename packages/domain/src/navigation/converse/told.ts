import type { CommandRequest } from '../../executions/command.ts'
import { isSettled, stepAt } from '../../executions/letters.ts'
import { timerAt, timerLeft } from '../../executions/timer.ts'
import { availableSteps, waitingSteps } from '../../executions/view.ts'
import { linesOf } from '../context.ts'
import { toDoAgain } from '../done-again.ts'
import { nameOf, namesOf, numberOf, optionOf, outcomeName, textsFor, type Run } from '../run.ts'
import { standingInView } from '../standing.ts'
import type { Came } from './answer.ts'
import { joined } from './parts.ts'

type Done = Extract<Came, { ok: true }>

/** What comes next, or how it ended. */
export function aftermath(run: Run): string {
  const { done } = textsFor(run)
  const { workflow, state, at } = run
  if (state.status === 'completed') return done.ended(outcomeName(run, state.selected_outcome_id))
  if (state.status === 'failed') return done.endedFailed
  if (state.status !== 'active') return ''
  const open = availableSteps(workflow, state, at)
  const current = state.current_step_id
  if (current !== null && open.includes(current)) {
    const standing = standingInView(run)
    const next = done.next([nameOf(run, current)])
    // What has to be chosen, checked or waited for is said at once: it is the very next thing.
    return ['decision', 'check', 'waiting'].includes(standing.situation.type)
      ? joined(next, linesOf(textsFor(run), standing.situation).message)
      : next
  }
  if (open.length > 0) return done.next(namesOf(run, open))
  const [waiting] = waitingSteps(workflow, state, at)
  return waiting === undefined ? '' : done.waitsFor(nameOf(run, waiting.step_id), (waiting.not_before - at) / 60_000)
}

const minutesOf = (run: Run, timerId: string): number => {
  const timer = timerAt(run.state, timerId)
  return timer === undefined ? 0 : timerLeft(timer, run.at) / 60_000
}

const timerName = (run: Run, timerId: string): string =>
  timerAt(run.state, timerId)?.label || textsFor(run).timers.unnamed

function wentTo(run: Run, step_id: number, skipped: readonly number[]): string {
  const { done } = textsFor(run)
  const { workflow, state } = run
  const name = nameOf(run, step_id)
  if (skipped.length > 0) return done.jumped(name, namesOf(run, skipped))
  const index = workflow.compiledStep(step_id)?.index ?? 0
  const number = numberOf(run, step_id)
  return isSettled(stepAt(state.steps, index)) ? done.lookingAt(name, number) : done.wentTo(name, number)
}

/** What a command did, as one says it right afterwards. */
export function told(before: Run, command: CommandRequest, { run, skipped_steps, undone }: Done): string {
  const { done, timers, answers } = textsFor(run)
  const step = 'step_id' in command ? nameOf(run, command.step_id ?? null) : ''
  const then = () => {
    const again = namesOf(run, toDoAgain(before.state, run))
    return joined(again.length > 0 && done.again(again), aftermath(run))
  }
  switch (command.type) {
    case 'complete': {
      const verdict = command.data?.['verdict']
      const said =
        verdict === 'fail' ? done.failedCheck(step) : verdict === 'pass' ? done.passed(step) : done.completed(step)
      return joined(said, then())
    }
    case 'decide':
      return joined(done.decided(optionOf(run, command.option_id)?.option_text ?? ''), then())
    case 'skip':
      return joined(done.skipped(step), aftermath(run))
    case 'fail':
      return joined(done.failed(step), aftermath(run))
    case 'navigate':
      return wentTo(run, command.step_id, skipped_steps)
    case 'undo': {
      const name = undone === null || undone.step_id === null ? null : nameOf(run, undone.step_id)
      const here = run.state.current_step_id
      const moved = here !== null && here !== undone?.step_id
      return joined(
        done.undone(undone?.type ?? 'undo', name),
        moved && answers.youAreAt(nameOf(run, here), numberOf(run, here), run.workflow.steps.length),
      )
    }
    case 'pause':
      return done.paused
    case 'resume':
      return joined(done.resumed, linesOf(textsFor(run), standingInView(run).situation).message)
    case 'cancel':
      return done.cancelled
    case 'note':
      return done.noted(step)
    case 'select_outcome':
      return done.outcome(outcomeName(run, command.outcome_id) ?? '')
    case 'start_timer':
      return timers.started(timerName(run, command.timer_id), minutesOf(run, command.timer_id))
    case 'pause_timer':
      return timers.paused(timerName(run, command.timer_id), minutesOf(run, command.timer_id))
    case 'resume_timer':
      return timers.resumed(timerName(run, command.timer_id), minutesOf(run, command.timer_id))
    case 'extend_timer':
      return timers.extended(timerName(run, command.timer_id), minutesOf(run, command.timer_id))
    case 'stop_timer':
      return timers.stopped(timerName(before, command.timer_id))
    case 'start':
    case 'time_out':
    case 'set_variables':
      return ''
  }
}
