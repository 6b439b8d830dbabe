import type { CompiledStep } from '../compiled.ts'
import type { Finding } from '../finding.ts'
import { aboutStep, named, type Subject } from './findings.ts'
import { targetsOf } from './exits.ts'
import type { FreeRuns } from './free-runs.ts'
import { inWords, phraseOf, type Stories } from './story.ts'
import { stepsLater, type Together } from './together.ts'

const maxFindings = 20
/** Steps behind outcomes that are followed in all. */
const budget = 200_000

interface Search {
  readonly subject: Subject
  readonly runs: FreeRuns
  readonly together: Together | null
  readonly stories: Stories
}

const outcomeName = ({ definition }: Subject, id: number | null): string =>
  `“${definition.outcomes.find(outcome => outcome.id === id)?.name ?? ''}”`

/** Runs that reach an outcome and then, or beside it, another one. */
function bothReached({ subject, runs, together, stories }: Search): Finding[] {
  const { workflow, exits, reached } = runs
  const outcomes = workflow.steps.filter(({ index, outcome_id }) => outcome_id !== null && reached[index] === 1)
  const beside = together?.among(outcomes.map(({ index }) => index))
  let left = budget
  const after = ({ index }: CompiledStep): readonly CompiledStep[] => {
    const next = (exits[index] ?? []).flatMap(targetsOf)
    const back = workflow.loops.filter(loop => loop.source === index).map(loop => loop.target)
    if (next.length + back.length === 0 || left <= 0) return []
    const later = stepsLater(runs, [...next, ...back])
    left -= later.size
    return [...later].flatMap(other => workflow.steps[other] ?? [])
  }
  return outcomes.flatMap((step): Finding[] => {
    const others = [...(beside?.get(step.index) ?? []).flatMap(other => workflow.steps[other] ?? []), ...after(step)]
    const other = others.find(({ outcome_id }) => outcome_id !== null && outcome_id !== step.outcome_id)
    if (other === undefined) return []
    const story = stories.to(step, phraseOf(step), phraseOf(other))
    const message = `One run can reach two outcomes, ${outcomeName(subject, step.outcome_id)} and ${outcomeName(subject, other.outcome_id)} (${inWords(story)}); the first one reached counts, so let the ways exclude each other.`
    const said = aboutStep(subject, step.definition, { code: 'WF-G12', severity: 'warning', message })
    return [{ ...said, story, certainty: 'possible' }]
  })
}

/** Options that name an outcome on a way to an outcome step of another, which then counts in its place. */
function overruled({ subject, runs, stories }: Search): Finding[] {
  const { workflow, exits, reached } = runs
  const deciding = workflow.steps.filter(step => step.options.length > 0)
  let left = budget
  return deciding.flatMap(step =>
    (exits[step.index] ?? []).flatMap((exit): Finding[] => {
      const outcome = exit.option?.action.complete_with_outcome ?? null
      if (outcome === null || exit.option === null || reached[step.index] === 0 || left <= 0) return []
      const later = stepsLater(runs, targetsOf(exit))
      left -= later.size + 1
      const other = [...later]
        .flatMap(index => workflow.steps[index] ?? [])
        .find(({ outcome_id }) => outcome_id !== null && outcome_id !== outcome)
      if (other === undefined) return []
      const text = exit.option.definition.option_text
      const story = stories.to(step, `${phraseOf(step)}: ${text}`, phraseOf(other))
      const message = `The option “${text}” of ${named(step.definition)} names the outcome ${outcomeName(subject, outcome)}, but its way can still reach ${outcomeName(subject, other.outcome_id)}, which then counts instead: lead it past ${named(other.definition)}.`
      const field = `decision_options/${step.definition.decision_options.indexOf(exit.option.definition)}`
      const said = aboutStep(subject, step.definition, { code: 'WF-G12', severity: 'warning', message, field })
      return [{ ...said, story, certainty: 'possible' }]
    }),
  )
}

/** Two outcomes in one run. */
export const twoOutcomesFindings = (search: Search): Finding[] =>
  [...bothReached(search), ...overruled(search)].slice(0, maxFindings)
