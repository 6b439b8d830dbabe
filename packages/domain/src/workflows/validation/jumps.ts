import type { Finding } from '../finding.ts'
import { aboutStep, named, namesOf, type Subject } from './findings.ts'
import type { FreeRuns } from './free-runs.ts'
import type { Stories } from './story.ts'
import { togetherIn } from './together.ts'

/** Options that jump, without a connection, into a branch of a fork: what runs beside it is not awaited, or was never begun. */
export function jumpFindings(subject: Subject, runs: FreeRuns, stories: Stories): Finding[] {
  const { workflow, exits, reached } = runs
  if (!workflow.hasJumps) return []
  const joined = togetherIn(runs, { withJumps: false })
  if (joined === null) return []
  return workflow.steps.flatMap((step): Finding[] => {
    if (step.jumpTargets.length === 0 || reached[step.index] === 0) return []
    const own = new Set(joined.besideOf(step.index))
    return (exits[step.index] ?? []).flatMap((exit): Finding[] => {
      const target = workflow.steps[exit.taken]
      if (!exit.isJump || exit.option === null || target === undefined) return []
      const others = joined.besideOf(target.index).filter(other => !own.has(other) && other !== step.index)
      if (others.length === 0) return []
      const field = `decision_options/${step.definition.decision_options.indexOf(exit.option.definition)}`
      const beside = namesOf(others.flatMap(other => workflow.steps[other]?.definition ?? []))
      const message = `The option “${exit.option.definition.option_text}” of ${named(step.definition)} jumps to ${named(target.definition)}, into one branch of a fork; what belongs beside it (${beside}) is neither begun nor awaited: lead a connection to where the branches begin or join.`
      const about = aboutStep(subject, step.definition, { code: 'WF-G16', severity: 'warning', message, field })
      return [{ ...about, story: stories.toExit(step, exit), certainty: 'certain' }]
    })
  })
}
