import type { CompiledStep } from '../compiled.ts'
import type { Finding } from '../finding.ts'
import { isEnd, type Exit } from './exits.ts'
import { aboutStep, named, type Subject } from './findings.ts'
import type { FreeRuns, IsBad } from './free-runs.ts'
import { inWords, Stories } from './story.ts'

/** More of one kind would only say the same again. */
const maxFindings = 20

/** Whether leaving the step so gives the run an outcome. */
export const givesOutcome = (step: CompiledStep, { how, option }: Exit): boolean =>
  (how === 'completed' && step.outcome_id !== null) || (option?.action.complete_with_outcome ?? null) !== null

/**
 * Where runs can end without an outcome: one pass from the ends to the beginnings says from where a run can stay clear of every
 * outcome, and what such a run leaves last are its ends. Exact over free choices.
 */
export function endsWithoutOutcome(
  runs: FreeRuns,
  isBad: IsBad = givesOutcome,
): { readonly ends: readonly { readonly step: CompiledStep; readonly exit: Exit }[]; readonly stories: Stories } {
  const { workflow, order, exits } = runs
  const isClear = new Uint8Array(workflow.steps.length)
  const staysClear = (step: CompiledStep, exit: Exit): boolean =>
    !isBad(step, exit) &&
    exit.always.every(target => isClear[target] === 1) &&
    (exit.taken === -1 || isClear[exit.taken] === 1)
  for (const index of order.sequence.toReversed()) {
    const step = workflow.steps[index]
    if (step !== undefined) isClear[index] = (exits[index] ?? []).some(exit => staysClear(step, exit)) ? 1 : 0
  }
  const isPossible = workflow.initial.every(index => isClear[index] === 1)
  const stories = new Stories(runs, (step, exit) => isPossible && staysClear(step, exit))
  const ends = workflow.steps.flatMap(step =>
    isPossible && stories.reaches(step.index)
      ? (exits[step.index] ?? [])
          .filter(exit => isEnd(exit) && exit.perhaps.length === 0 && staysClear(step, exit))
          .map(exit => ({ step, exit }))
      : [],
  )
  return { ends, stories }
}

/** Runs that end without an outcome, where no other finding says why: `told` holds the steps that have one. */
export function endingFindings(subject: Subject, runs: FreeRuns, told: ReadonlySet<number>): Finding[] {
  if (!runs.workflow.hasOutcomeSteps) return []
  const { ends, stories } = endsWithoutOutcome(runs)
  const untold = new Map(ends.flatMap(end => (told.has(end.step.id) ? [] : [[end.step.index, end] as const])))
  return [...untold.values()].slice(0, maxFindings).map(({ step, exit }) => {
    const story = stories.toExit(step, exit, 'then nothing follows')
    const isCheck = exit.how === 'failed'
    const message = isCheck
      ? `A run can end without an outcome where ${named(step.definition)} fails (${inWords(story)}): lead a fallback to what one does then.`
      : `A run can end without an outcome at ${named(step.definition)} (${inWords(story)}): lead a way from there to an outcome.`
    const severity = isCheck ? 'hint' : 'warning'
    return {
      ...aboutStep(subject, step.definition, { code: 'WF-G11', severity, message }),
      story,
      certainty: 'possible',
    }
  })
}
