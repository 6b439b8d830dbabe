import type { CompiledStep } from '../compiled.ts'
import type { JsonValue } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { sameJson } from '../json-source.ts'
import { aboutStep, named, namesOf, type Subject } from './findings.ts'
import type { FreeRuns } from './free-runs.ts'
import { phraseOf, type Stories } from './story.ts'
import type { Together } from './together.ts'

interface Sharing {
  readonly what: string
  readonly steps: readonly CompiledStep[]
}

/** The tools that more than one step asks for. */
function sharedTools({ workflow, reached }: FreeRuns): Sharing[] {
  const users = new Map<string, { readonly what: string; readonly steps: Set<CompiledStep> }>()
  for (const step of workflow.steps)
    for (const { resource_type, tool_id, name, is_optional } of step.definition.resources) {
      const label = name?.trim() ?? ''
      if (resource_type !== 'tool' || is_optional || reached[step.index] === 0) continue
      const key = tool_id === null ? label.toLowerCase() : `#${tool_id}`
      if (key === '') continue
      const known = users.get(key) ?? { what: label === '' ? `tool ${tool_id}` : `“${label}”`, steps: new Set() }
      users.set(key, known)
      known.steps.add(step)
    }
  return [...users.values()]
    .filter(({ steps }) => steps.size > 1)
    .map(({ what, steps }) => ({ what, steps: [...steps] }))
}

const isWaiting = ({ kind }: CompiledStep): boolean => kind === 'time'

/**
 * Tools that two branches may want at the same time; one finding a tool. What lies in two hands' reach is only worth a hint: one
 * person lays it down and takes it up again. What waits, such as glue in its clamps, does not give its tool back meanwhile.
 */
function toolFindings(subject: Subject, runs: FreeRuns, { together, stories }: Beside): Finding[] {
  const { steps } = runs.workflow
  return sharedTools(runs).flatMap(({ what, steps: users }): Finding[] => {
    const pairs = [...together.among(users.map(step => step.index))].flatMap(([one, others]) => {
      const step = steps[one]
      return step === undefined ? [] : [{ step, others: others.flatMap(other => steps[other] ?? []) }]
    })
    const tied = pairs.find(({ step, others }) => isWaiting(step) || others.some(isWaiting))
    const pair = tied ?? pairs[0]
    if (pair === undefined) return []
    const { step } = pair
    const names = namesOf(pair.others.map(({ definition }) => definition))
    const advice =
      tied === undefined
        ? 'two people who share the work need two of them.'
        : 'while the one waits, the tool is not free: have a second one at hand, or let one follow the other.'
    const message = `${named(step.definition)} and ${names} may be under way at the same time and both need ${what}: ${advice}`
    const severity = tied === undefined ? 'hint' : 'warning'
    const said = aboutStep(subject, step.definition, { code: 'WF-R04', severity, message })
    return [{ ...said, certainty: 'possible', story: stories.to(step, `${phraseOf(step)} beside ${names}`) }]
  })
}

/** What the options of a step may set the variable to. */
const valuesSet = ({ options }: CompiledStep, name: string): JsonValue[] =>
  options.flatMap(({ action }) => {
    const value = Object.hasOwn(action.set_variable, name) ? action.set_variable[name] : undefined
    return value === undefined ? [] : [value]
  })

/** Variables that two branches may set differently at the same time; one finding a variable. */
function writeFindings(subject: Subject, runs: FreeRuns, { together, stories }: Beside): Finding[] {
  const { steps } = runs.workflow
  const setters = new Map<string, Set<number>>()
  for (const { index, options } of steps)
    for (const { action } of options)
      for (const name of Object.keys(action.set_variable)) {
        const known = setters.get(name) ?? new Set()
        setters.set(name, known)
        if (runs.reached[index] === 1) known.add(index)
      }
  return [...setters].flatMap(([name, indexes]) => {
    for (const [one, others] of together.among([...indexes])) {
      const step = steps[one]
      if (step === undefined) continue
      const values = valuesSet(step, name)
      const differing = others
        .flatMap(other => steps[other] ?? [])
        .filter(other => valuesSet(other, name).some(value => values.some(mine => !sameJson(mine, value))))
      if (differing.length === 0) continue
      const names = namesOf(differing.map(({ definition }) => definition))
      const message = `${named(step.definition)} and ${names} may be decided at the same time and set “${name}” to different values: the last one counts, so use a variable for each, or let one follow the other.`
      const said = aboutStep(subject, step.definition, { code: 'WF-C04', severity: 'warning', message })
      const story = stories.to(step, `${phraseOf(step)} beside ${names}`)
      return [{ ...said, certainty: 'possible' as const, story }]
    }
    return []
  })
}

export interface Beside {
  readonly together: Together
  readonly stories: Stories
}

/** What two branches that may run at once take from each other. */
export const atOnceFindings = (subject: Subject, runs: FreeRuns, beside: Beside): Finding[] => [
  ...toolFindings(subject, runs, beside),
  ...writeFindings(subject, runs, beside),
]
