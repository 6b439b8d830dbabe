import type { Slots } from '../language/intent.ts'
import { outlookOf } from '../guidance.ts'
import { findPaths } from '../paths/find-paths.ts'
import type { PathAnalysis, PathRequest, WhatIf } from '../paths/path.ts'
import { nameOf, optionOf, outcomeName, textsFor, type Run } from '../run.ts'
import type { Part } from './answer.ts'
import { decline, joined, lines, tell } from './parts.ts'
import { showOptions } from './step-commands.ts'

interface Sought {
  readonly target_outcome_id?: number | null
  readonly by?: PathRequest['by']
  readonly what_if?: WhatIf
}

interface Named {
  readonly step_id: number
  readonly step_name: string
}

interface Chosen extends Named {
  readonly option_id: number | null
  readonly option_text: string | null
}

/** The best way from here, with the names that its reader knows. */
export function pathFrom(run: Run, { target_outcome_id = null, by = 'time', what_if }: Sought): PathAnalysis {
  const { workflow, state, at, durations } = run
  const found = findPaths(workflow, state, {
    target_outcome_id,
    by,
    durations,
    at,
    ...(what_if === undefined ? {} : { what_if }),
  })
  if (!found.reachable) return found
  const step = <T extends Named>(one: T): T => ({ ...one, step_name: nameOf(run, one.step_id) })
  const choice = <T extends Chosen>(one: T): T => ({
    ...step(one),
    option_text: one.option_id === null ? null : (optionOf(run, one.option_id)?.option_text ?? null),
  })
  return {
    ...found,
    optimal_path: found.optimal_path.map(choice),
    decisions: found.decisions.map(choice),
    alternative_paths: found.alternative_paths.map(way => ({ ...way, decisions: way.decisions.map(choice) })),
    what_if: found.what_if === null ? null : { ...found.what_if, decisions: found.what_if.decisions.map(choice) },
  }
}

function told(run: Run, path: PathAnalysis): Part {
  const { answers } = textsFor(run)
  if (!path.reachable) return decline(run, answers.noPath(outcomeName(run, path.target_outcome_id)), { path })
  if (path.optimal_path.length === 0) return tell(run, answers.nothingLeft, { path })
  const outcome = outcomeName(run, path.target_outcome_id ?? path.outcome_id)
  const said = answers.path({ outcome, count: path.optimal_path.length, minutes: path.estimated_time })
  const choices = path.decisions.map(({ step_name, option_text }) => answers.pathChoose(step_name, option_text))
  const over = answers.pathSteps(path.optimal_path.map(({ step_name }) => step_name))
  return tell(run, lines(said, over, ...choices), { path }, joined(said, choices[0] ?? over))
}

export function path(run: Run, slots: Slots): Part {
  return told(run, pathFrom(run, { target_outcome_id: slots.outcome_id ?? null }))
}

/** Where an option would lead; of a decision that is not open yet, the way with it. */
export function whatIf(run: Run, slots: Slots): Part {
  const { answers } = textsFor(run)
  const option = slots.option_id === undefined ? undefined : optionOf(run, slots.option_id)
  const current = run.workflow.compiledStep(run.state.current_step_id)
  if (option === undefined) {
    if (current?.kind !== 'decision') return decline(run, answers.noDecision)
    const each = outlookOf(run, current.id).map(one =>
      answers.option({
        option: one.text,
        next: one.next_step_name,
        minutes: one.estimated_time,
        outcome: one.outcome_name,
      }),
    )
    return { ...showOptions(run, current.id, true), message: lines(...each) }
  }
  const found = pathFrom(run, { what_if: { options: [option.id] } })
  const outlook = outlookOf(run, option.step_id)
  const one = outlook.find(({ id }) => id === option.id)
  if (one === undefined) return told(run, found)
  const said = answers.option({
    option: one.text,
    next: one.next_step_name,
    minutes: one.estimated_time,
    outcome: one.outcome_name,
  })
  return tell(run, said, { path: found, decision_options: outlook })
}
