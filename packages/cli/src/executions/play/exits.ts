import { whatFollows } from '@hidesync/domain/executions/outlook'
import { isSettled, stepAt } from '@hidesync/domain/executions/letters'
import { stepStatus } from '@hidesync/domain/executions/view'
import { outlookOf } from '@hidesync/domain/navigation/guidance'
import type { Intent, Slots } from '@hidesync/domain/navigation/language/intent'
import { navigationOptions, type NavigationOption } from '@hidesync/domain/navigation/options'
import { nameOf, namesOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import type { OwnWord } from './texts/play-texts.ts'
import { playTexts } from './texts/texts-in.ts'
import { waitOf } from './waits.ts'

/** What an entry of a list stands for: a word of the terminal, or a sentence as it would be understood. */
export type Meant =
  | { readonly type: 'word'; readonly word: OwnWord }
  | { readonly type: 'reading'; readonly intent: Intent; readonly slots: Slots }
  | { readonly type: 'sentence'; readonly sentence: string }

/** A way on from here, as a list shows it under a number. */
export interface Exit {
  readonly label: string
  /** What comes of it, where that has to be said: of an option. */
  readonly consequence: string | null
  readonly meant: Meant
}

const reading = (intent: Intent, slots: Slots = {}): Meant => ({ type: 'reading', intent, slots })
const exit = (label: string, meant: Meant): Exit => ({ label, consequence: null, meant })

function option(run: Run, { option_id, step_id, description }: NavigationOption): Exit {
  const texts = playTexts(run.language)
  const outlook = outlookOf(run, step_id ?? 0).find(({ id }) => id === option_id)
  const outcome = run.definition.outcomes.length > 1 ? (outlook?.outcome_name ?? null) : null
  const usual = outlook?.is_default === true ? ` (${texts.usual})` : ''
  return {
    label: `${outlook?.text ?? ''}${usual}`,
    consequence:
      outcome === null ? description : `${description}${textsFor(run).words.semicolon} ${texts.leadsTo(outcome)}`,
    meant: reading('decide', option_id === undefined ? {} : { option_id }),
  }
}

const judging = (run: Run, step_id: number, verdict: 'pass' | 'fail'): Exit =>
  exit(playTexts(run.language).exit[verdict], reading('complete', { step_id, verdict }))

function finishing(run: Run, { step_id = 0, verdict }: NavigationOption): Exit {
  const texts = playTexts(run.language).exit
  if (verdict !== undefined) return judging(run, step_id, verdict)
  const follow = whatFollows(run.workflow, run.state, step_id, run.at)
  const next = namesOf(run, follow)
  const again = follow.some(id => isSettled(stepAt(run.state.steps, run.workflow.compiledStep(id)?.index ?? -1)))
  const label = next.length === 0 ? texts.doneIsEnd : again ? texts.doneAgain(next) : texts.done(next)
  return exit(label, reading('complete', { step_id }))
}

/** An offer of the engine as a way on; null: it is not shown in the list of them. */
function exitFor(run: Run, offer: NavigationOption): Exit | null {
  const texts = playTexts(run.language).exit
  const here = run.state.current_step_id
  const { step_id = 0, action } = offer
  switch (action) {
    case 'make_decision':
      return step_id === here ? option(run, offer) : null
    case 'complete_step':
      return step_id === here ? finishing(run, offer) : null
    case 'skip_step':
      return step_id === here ? exit(texts.skip, reading('skip', { step_id })) : null
    case 'navigate_to_step': {
      const index = run.workflow.compiledStep(step_id)?.index ?? 0
      const name = nameOf(run, step_id)
      const label = isSettled(stepAt(run.state.steps, index)) ? texts.back(name) : texts.goOn(name)
      return exit(label, reading('goto', { step_id }))
    }
    case 'resume':
      return exit(texts.resume, reading('resume'))
    case 'undo':
      return run.state.status === 'active' ? null : exit(texts.undo, reading('undo'))
    case 'pause':
    case 'cancel':
      return null
  }
}

/** What the terminal adds: to wait, to judge before the waiting is over, and to start what runs by itself once it is started. */
function own(run: Run): Exit[] {
  const texts = playTexts(run.language).exit
  const here = run.state.current_step_id
  const step = run.workflow.compiledStep(here)
  if (run.state.status !== 'active' || step === undefined) return []
  const left = waitOf(run, step.id)
  if (left !== null) {
    const verdicts = step.kind === 'quality_check' ? (['pass', 'fail'] as const) : []
    return [
      exit(texts.wait(left), { type: 'word', word: 'wait' }),
      ...verdicts.map(verdict => judging(run, step.id, verdict)),
    ]
  }
  const isReady = step.kind === 'time' && stepStatus(run.workflow, run.state, step.id, run.at) === 'ready'
  return isReady ? [exit(texts.start, reading('goto', { step_id: step.id }))] : []
}

const leadsBack = (run: Run, { action, step_id }: NavigationOption): boolean => {
  const step = run.workflow.compiledStep(step_id ?? null)
  return action === 'navigate_to_step' && step !== undefined && isSettled(stepAt(run.state.steps, step.index))
}

/** More open steps than these are found by the map. */
const mostExits = 9

/** The ways on from here, the likeliest first; of the steps that are done only the nearest. */
export function exitsOf(run: Run): readonly Exit[] {
  const offers = navigationOptions(run)
  const [back] = offers.filter(offer => leadsBack(run, offer))
  const shown = offers.filter(offer => offer === back || !leadsBack(run, offer))
  return [...own(run), ...shown.flatMap(offer => exitFor(run, offer) ?? [])].slice(0, mostExits)
}

/** What can be said beside, in the words that are understood. */
export function alsoSaid(run: Run): readonly string[] {
  const { words } = playTexts(run.language)
  const { readings } = textsFor(run)
  const actions = new Set(navigationOptions(run).map(({ action }) => action))
  return [
    words.more[0],
    words.inventory[0],
    words.map[0],
    ...(['undo', 'pause'] as const).filter(each => actions.has(each)).flatMap(each => readings[each](null)?.[1] ?? []),
    ...[readings.help(null)?.[1] ?? []].flat(),
    words.quit[0],
  ]
}
