import * as fc from 'fast-check'
import type { CommandRequest } from '../executions/command.ts'
import { commandTypes, type CommandType } from '../executions/command-type.ts'
import type { Play } from './play.ts'

/** What an intention is aimed at. */
export type Target = Pick<Play, 'workflow' | 'state' | 'last'>

/** A command still to be aimed at a step: numbers are taken modulo what there is. */
export interface Intention {
  readonly type: CommandType
  readonly step: number
  readonly pick: number
  readonly flag: boolean
  /** Minutes that pass before. */
  readonly wait: number
}

const often: readonly CommandType[] = [
  ...(['complete', 'complete', 'complete', 'complete', 'decide', 'decide', 'decide'] as const),
  ...(['undo', 'navigate', 'skip', 'fail', 'set_variables'] as const),
]

const ofTimers = ['start_timer', 'start_timer', 'pause_timer', 'resume_timer', 'extend_timer', 'stop_timer'] as const

export const arbitraryIntention: fc.Arbitrary<Intention> = fc.record({
  type: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...often) },
    { weight: 1, arbitrary: fc.constantFrom(...commandTypes) },
    { weight: 2, arbitrary: fc.constantFrom(...ofTimers) },
  ),
  step: fc.nat(30),
  pick: fc.nat(10),
  flag: fc.boolean(),
  wait: fc.constantFrom(0, 0, 0, 1, 45),
})

export const arbitraryRun = fc.array(arbitraryIntention, { maxLength: 30, size: 'max' })

const timerNames = ['glue', 'oven', '__proto__']

const pickFrom = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

/** The command that an intention means in the present state: mostly one at an open step, now and then at any. */
export const aim = (play: Play, intention: Intention): CommandRequest => aimAt(play, intention)

export function aimAt({ workflow, state, last }: Target, { type, step, pick, flag }: Intention): CommandRequest {
  const open = Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])
  const suitable = open.filter(({ kind }) => (type === 'decide') === (kind === 'decision'))
  const anywhere = pickFrom(workflow.steps, step)?.id ?? 1
  const chosen = pickFrom(suitable, step) ?? pickFrom(open, step)
  const step_id = pick === 7 ? anywhere : (chosen?.id ?? anywhere)
  const option_id = pickFrom(workflow.step(step_id)?.decision_options ?? [], pick)?.id ?? 0
  const timer_id = pickFrom(Object.keys(state.timers ?? {}), pick) ?? 'none'
  switch (type) {
    case 'start':
      return { type, variables: { wood: pick % 3 } }
    case 'navigate':
      return { type, step_id: flag ? anywhere : step_id, skip: pick % 3 > 0, override: pick % 2 === 0 }
    case 'complete':
      return {
        type,
        step_id,
        override: flag,
        data: { verdict: pick % 3 === 0 ? 'fail' : 'pass' },
        notes: flag ? 'done' : null,
      }
    case 'decide':
      return { type, step_id, option_id }
    case 'skip':
    case 'fail':
      return { type, step_id, reason: flag ? 'because' : null }
    case 'undo':
      return { type, last }
    case 'set_variables':
      return { type, variables: { glue: pick, ['__proto__']: pick % 3 } }
    case 'select_outcome':
      return { type, outcome_id: (pick % 2) + 1 }
    case 'note':
      return { type, step_id, text: 'a note' }
    case 'start_timer':
      return { type, timer_id: timerNames[pick % 3] ?? '', minutes: step + 1, step_id: flag ? step_id : null }
    case 'extend_timer':
      return { type, timer_id, minutes: step - 10 }
    case 'pause_timer':
    case 'resume_timer':
    case 'stop_timer':
      return { type, timer_id }
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'time_out':
      return { type }
  }
}

/** Every command that could be given at this state, one of each kind for each step and option. */
export function everyCommand(play: Play): CommandRequest[] {
  const { workflow } = play
  const ofSteps = workflow.steps.flatMap(({ id: step_id, definition }): CommandRequest[] => [
    ...(['pass', 'fail'] as const).map(
      verdict => ({ type: 'complete', step_id, override: true, data: { verdict } }) satisfies CommandRequest,
    ),
    ...definition.decision_options.map(
      ({ id: option_id }) => ({ type: 'decide', step_id, option_id }) satisfies CommandRequest,
    ),
    { type: 'skip', step_id },
    { type: 'fail', step_id },
    { type: 'navigate', step_id, skip: true, override: true },
    { type: 'note', step_id, text: 'a note' },
  ])
  return [
    { type: 'start' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'cancel' },
    { type: 'time_out' },
    { type: 'set_variables', variables: {} },
    { type: 'select_outcome', outcome_id: null },
    { type: 'undo', last: play.last },
    { type: 'start_timer', timer_id: 'a new one', minutes: 10 },
    ...ofSteps,
    ...Object.keys(play.state.timers ?? {}).flatMap((timer_id): CommandRequest[] => [
      { type: 'pause_timer', timer_id },
      { type: 'resume_timer', timer_id },
      { type: 'extend_timer', timer_id, minutes: -1 },
      { type: 'stop_timer', timer_id },
    ]),
  ]
}
