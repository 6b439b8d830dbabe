import type { StepDefinition } from '../definition.ts'
import type { Finding, Fix } from '../finding.ts'
import { freeName } from '../numbered-name.ts'
import { aboutStep, named, stepPath, type Subject } from './findings.ts'

const maxMinutes = 86_400
const withoutInstructions: readonly string[] = ['decision', 'milestone', 'outcome']
const blank = (text: string | null): boolean => text === null || text.trim() === ''

const isWork = (step: StepDefinition): boolean =>
  !withoutInstructions.includes(step.step_type) && !step.is_decision_point && !step.is_outcome

function durationFindings(subject: Subject, step: StepDefinition): Finding[] {
  const minutes = step.estimated_duration
  const said = (severity: 'error' | 'hint', message: string) =>
    aboutStep(subject, step, { code: 'WF-S03', severity, field: 'estimated_duration', message })
  if (minutes !== null && (minutes < 0 || minutes > maxMinutes))
    return [
      {
        ...said('error', `${named(step)} takes ${minutes} minutes: a duration lies between 0 and ${maxMinutes}.`),
        fix: {
          title: 'Leave the duration open',
          edits: [{ type: 'set_field', path: stepPath(subject, step.id, 'estimated_duration'), value: null }],
        },
      },
    ]
  if (!isWork(step)) return []
  return minutes === null || minutes === 0 ? [said('hint', `Say how many minutes ${named(step)} takes.`)] : []
}

function resourceFindings(subject: Subject, step: StepDefinition): Finding[] {
  return step.resources.flatMap((resource, index) => {
    const isStated = resource.quantity !== null && resource.quantity > 0 && !blank(resource.unit)
    if (resource.resource_type !== 'material' || isStated) return []
    const message = `${named(step)} needs the material “${resource.name ?? `number ${index + 1}`}”: say how much, and in which unit.`
    return [aboutStep(subject, step, { code: 'WF-R01', severity: 'error', field: `resources/${index}`, message })]
  })
}

/** Other names for steps that are called like another; looked for once, however many are called the same. */
function renaming(subject: Subject): (step: StepDefinition) => Fix {
  const used = new Set(subject.definition.steps.map(step => step.name.toLowerCase()))
  const found = new Map<string, string>()
  return step => {
    const name = step.name.trim()
    const value = found.get(name) ?? freeName(name, used)
    found.set(name, value)
    return {
      title: `Call it “${value}”`,
      edits: [{ type: 'set_field', path: stepPath(subject, step.id, 'name'), value }],
    }
  }
}

/** Names, instructions, durations and quantities of the steps. */
export function stepFindings(subject: Subject): Finding[] {
  const seen = new Map<string, StepDefinition>()
  const renamed = renaming(subject)
  return subject.definition.steps.flatMap(step => {
    const key = step.name.trim().toLowerCase()
    const isRepeated = key !== '' && seen.has(key)
    seen.set(key, step)
    return [
      ...(key === ''
        ? [
            aboutStep(subject, step, {
              code: 'WF-S01',
              severity: 'error',
              field: 'name',
              message: `Step ${step.id} has no name: give it one.`,
            }),
          ]
        : []),
      ...(isRepeated
        ? [
            {
              ...aboutStep(subject, step, {
                code: 'WF-S01',
                severity: 'warning',
                field: 'name',
                message: `Two steps are called ${named(step)}: give them different names, so that people can tell them apart.`,
              }),
              fix: renamed(step),
            },
          ]
        : []),
      ...(isWork(step) && blank(step.instructions) && blank(step.detailed_instructions)
        ? [
            aboutStep(subject, step, {
              code: 'WF-S02',
              severity: 'warning',
              field: 'instructions',
              message: `${named(step)} has no instructions: write what one has to do.`,
            }),
          ]
        : []),
      ...durationFindings(subject, step),
      ...resourceFindings(subject, step),
    ]
  })
}

/** Lags that no time can satisfy. */
export function lagFindings({ definition, stepById }: Subject): Finding[] {
  return definition.connections.flatMap((connection, index): Finding[] => {
    const { min_lag, max_lag, id, source_step_id, target_step_id } = connection
    if (min_lag === null && max_lag === null) return []
    const where = `the connection from ${named(stepById.get(source_step_id))} to ${named(stepById.get(target_step_id))}`
    const said = (field: string, message: string, fix?: Fix): Finding => ({
      ...(fix === undefined ? {} : { fix }),
      code: 'WF-S03',
      severity: 'error',
      path: `/connections/${index}/${field}`,
      connection_id: id,
      step_id: source_step_id,
      message,
    })
    const isOut = (minutes: number | null) => minutes !== null && (minutes < 0 || minutes > maxMinutes)
    if (isOut(min_lag) || isOut(max_lag))
      return [
        said(isOut(min_lag) ? 'min_lag' : 'max_lag', `A lag of ${where} lies outside 0 to ${maxMinutes} minutes.`),
      ]
    return min_lag !== null && max_lag !== null && max_lag < min_lag
      ? [
          said(
            'max_lag',
            `On ${where} the longest wait (${max_lag} minutes) is shorter than the shortest (${min_lag}).`,
            {
              title: 'Make both the same',
              edits: [{ type: 'set_field', path: `/connections/${index}/max_lag`, value: min_lag }],
            },
          ),
        ]
      : []
  })
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** Outcomes that nobody could tell to have been reached. */
export const criteriaFindings = ({ definition }: Subject): Finding[] =>
  definition.outcomes.flatMap((outcome, index): Finding[] =>
    isEmpty(outcome.success_criteria)
      ? [
          {
            code: 'WF-O01',
            severity: 'hint',
            path: `/outcomes/${index}/success_criteria`,
            message: `Say how one can tell that the outcome “${outcome.name}” was reached.`,
          },
        ]
      : [],
  )
