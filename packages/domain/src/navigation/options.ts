import type { CommandRequest } from '../executions/command.ts'
import { decide } from '../executions/decide.ts'
import { executionCan } from '../executions/allowed-in.ts'
import { optionConsequences } from '../executions/outlook.ts'
import { availableSteps, stepStatus } from '../executions/view.ts'
import type { CompiledStep } from '../workflows/compiled.ts'
import { stepsBehind } from './behind.ts'
import { nameOf, optionOf, textsFor, type Run } from './run.ts'
import type { Label } from './texts/texts.ts'
import type { NavigationAction } from './words.ts'

/** Something that can be done now. */
export interface NavigationOption extends Label {
  readonly action: NavigationAction
  readonly step_id?: number
  readonly option_id?: number
  readonly verdict?: 'pass' | 'fail'
}

/** An option, and the command that it stands for; null for undo, which needs what the history knows. */
interface Offer {
  readonly option: NavigationOption
  readonly command: CommandRequest | null
}

/** How many of the steps that are done can be looked at again from here, the nearest first. */
const mostToLookBackAt = 50

/** Whether the engine takes a command now. */
export const isTaken = ({ workflow, state, at }: Pick<Run, 'workflow' | 'state' | 'at'>, command: CommandRequest) =>
  decide(workflow, state, { ...command, at, actor_id: null }).ok

const offer = (option: NavigationOption, command: CommandRequest | null = null): Offer => ({ option, command })

function choices(run: Run, step: CompiledStep): Offer[] {
  const { options } = textsFor(run)
  return optionConsequences(run, step.id).map(({ option_id, next_step_id, minutes }) => {
    const next = next_step_id === null ? null : nameOf(run, next_step_id)
    const label = options.choose(optionOf(run, option_id)?.option_text ?? '', next, minutes)
    return offer(
      { action: 'make_decision', step_id: step.id, option_id, ...label },
      { type: 'decide', step_id: step.id, option_id },
    )
  })
}

function waysToFinish(run: Run, step: CompiledStep): Offer[] {
  const { options } = textsFor(run)
  const { id: step_id, kind } = step
  const name = nameOf(run, step_id)
  if (kind === 'decision') return choices(run, step)
  if (kind !== 'quality_check')
    return [offer({ action: 'complete_step', step_id, ...options.complete(name) }, { type: 'complete', step_id })]
  return (['pass', 'fail'] as const).map(verdict => {
    const label = verdict === 'pass' ? options.pass(name) : options.failCheck(name)
    return offer(
      { action: 'complete_step', step_id, verdict, ...label },
      { type: 'complete', step_id, data: { verdict } },
    )
  })
}

function skipping(run: Run, step_id: number): Offer {
  const label = textsFor(run).options.skip(nameOf(run, step_id))
  return offer({ action: 'skip_step', step_id, ...label }, { type: 'skip', step_id })
}

function moves(run: Run, open: readonly CompiledStep[]): Offer[] {
  const { workflow, state, at } = run
  const { options } = textsFor(run)
  const others = open.filter(step => step.id !== state.current_step_id)
  const goTo = (step_id: number, label: Label) =>
    offer({ action: 'navigate_to_step', step_id, ...label }, { type: 'navigate', step_id })
  return [
    ...others.map(({ id }) =>
      goTo(id, options.goTo(nameOf(run, id), stepStatus(workflow, state, id, at) === 'active')),
    ),
    ...stepsBehind(run)
      .slice(0, mostToLookBackAt)
      .map(({ id }) => goTo(id, options.lookBack(nameOf(run, id)))),
  ]
}

/** Whether undo is taken: it is where there is something to take back. */
export const canUndo = ({ state }: Pick<Run, 'state'>): boolean =>
  executionCan('undo', state) && state.undo_head !== null

/**
 * What the engine takes at this moment, the likeliest first: the step in view, other open steps, the run as a whole, looking back.
 * What it would take with an override alone is not among it, nor jumps over steps that are not done, nor a look at steps that were passed
 * over.
 */
export function navigationOptions(run: Run): NavigationOption[] {
  const { workflow, state, at } = run
  const { options } = textsFor(run)
  const isOver = !executionCan('complete', state)
  const open = isOver ? [] : availableSteps(workflow, state, at).flatMap(id => workflow.compiledStep(id) ?? [])
  const inOrder = open.toSorted(
    (one, other) => Number(other.id === state.current_step_id) - Number(one.id === state.current_step_id),
  )
  const offers = [
    ...inOrder.flatMap(step => waysToFinish(run, step)),
    ...(isOver ? [] : moves(run, open)),
    ...inOrder.map(step => skipping(run, step.id)),
    offer({ action: 'pause', ...options.pause }, { type: 'pause' }),
    offer({ action: 'resume', ...options.resume }, { type: 'resume' }),
    ...(canUndo(run) ? [offer({ action: 'undo', ...options.undo })] : []),
    offer({ action: 'cancel', ...options.cancel }, { type: 'cancel' }),
  ]
  return offers.filter(({ command }) => command === null || isTaken(run, command)).map(({ option }) => option)
}
