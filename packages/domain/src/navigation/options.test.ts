import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import { StepTypeRegistry } from '../step-types/registry.ts'
import type { CommandRequest } from '../executions/command.ts'
import { aim, arbitraryRun, everyCommand } from '../testing/arbitrary-run.ts'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { evaluate } from '../workflows/condition.ts'
import { Play } from '../testing/play.ts'
import { languages } from '../text/language.ts'
import { navigationContext } from './context.ts'
import { stepGuidance } from './guidance.ts'
import { navigationOptions, type NavigationOption } from './options.ts'
import type { Run } from './run.ts'
import { suggestion } from './suggestion.ts'

const runOf = (play: Play, language: Run['language'] = 'en'): Run => ({
  execution_id: 1,
  workflow_id: 1,
  workflow_name: 'Anything',
  quantity: 1,
  workflow: play.workflow,
  state: play.state,
  definition: play.workflow.definition,
  language,
  locale: language,
  stepTypes: new StepTypeRegistry(),
  durations: estimatedDurations(play.workflow),
  at: play.at,
  history: [],
  last: play.last,
})

/** The command that an option stands for, as a client sends it. */
function commandOf(play: Play, { action, step_id = 0, option_id = 0, verdict }: NavigationOption): CommandRequest {
  switch (action) {
    case 'complete_step':
      return { type: 'complete', step_id, ...(verdict === undefined ? {} : { data: { verdict } }) }
    case 'make_decision':
      return { type: 'decide', step_id, option_id }
    case 'navigate_to_step':
      return { type: 'navigate', step_id }
    case 'skip_step':
      return { type: 'skip', step_id }
    case 'undo':
      return { type: 'undo', last: play.last }
    case 'pause':
    case 'resume':
    case 'cancel':
      return { type: action }
  }
}

/** What tells two of these commands apart. */
const keyOf = (command: CommandRequest): string => {
  const verdict = command.type === 'complete' ? command.data?.['verdict'] : undefined
  return JSON.stringify([
    command.type,
    'step_id' in command ? command.step_id : null,
    command.type === 'decide' ? command.option_id : (verdict ?? null),
  ])
}

const offered: readonly string[] = ['complete', 'decide', 'navigate', 'skip', 'pause', 'resume', 'undo', 'cancel']

/** The commands of a player, without what only an override or a jump makes possible. */
const asked = (play: Play): CommandRequest[] =>
  everyCommand(play)
    .filter(({ type }) => offered.includes(type))
    .flatMap((command): CommandRequest[] => {
      if (command.type === 'navigate') return [{ type: 'navigate', step_id: command.step_id }]
      if (command.type !== 'complete') return [command]
      const isCheck = play.workflow.compiledStep(command.step_id)?.kind === 'quality_check'
      const { step_id, data } = command
      return [
        isCheck
          ? { type: 'complete', step_id, ...(data === undefined ? {} : { data }) }
          : { type: 'complete', step_id },
      ]
    })

const played = fc.tuple(arbitraryWorkflow, arbitraryRun).map(([workflow, run]) => {
  const play = new Play(workflow).start({ wood: run.length % 3 })
  for (const intention of run) play.wait(intention.wait).try(aim(play, intention))
  return play
})

it('navigation options are what the engine takes, all of it but a look at what was passed over, and nothing else', () => {
  fc.assert(
    fc.property(played, play => {
      const options = navigationOptions(runOf(play)).map(option => commandOf(play, option))
      for (const command of options) expect(play.decide(command).ok, keyOf(command)).toBe(true)
      const here = keyOf({ type: 'navigate', step_id: play.state.current_step_id ?? 0 })
      const isPassedOver = ({ type, ...command }: CommandRequest) => {
        const step =
          type === 'navigate' && 'step_id' in command ? play.workflow.compiledStep(command.step_id) : undefined
        if (step === undefined || play.status(step.id) !== 'skipped') return false
        return step.condition !== null && !evaluate(step.condition, play.state.variables)
      }
      const accepted = asked(play).filter(
        command => play.decide(command).ok && keyOf(command) !== here && !isPassedOver(command),
      )
      expect(new Set(options.map(keyOf))).toEqual(new Set(accepted.map(keyOf)))
    }),
    { numRuns: 200 },
  )
})

it('context, guidance and suggestion can be told in every state and language, and what is suggested can be done', () => {
  fc.assert(
    fc.property(played, fc.constantFrom(...languages), (play, language) => {
      const run = runOf(play, language)
      const { guidance, navigation_options } = navigationContext(run)
      expect(guidance.primary).toMatch(/\S/)
      expect(guidance.secondary).toMatch(/\S/)
      for (const { label, description } of navigation_options) expect([label, description]).not.toContain('')
      const advice = suggestion(run)
      expect(advice.message).toMatch(/\S/)
      const isPossible = navigation_options.some(
        ({ action, step_id }) => action === advice.action && (step_id === undefined || step_id === advice.step_id),
      )
      const isNone = ['wait', 'start_again', 'none'].includes(advice.action)
      // A decision of which every way is used up is still the thing to be settled.
      expect(isPossible || isNone || advice.action === 'make_decision').toBe(true)
      for (const { id } of play.workflow.steps.slice(0, 3)) expect(stepGuidance(run, id)?.step_id).toBe(id)
    }),
    { numRuns: 100 },
  )
})
