import { parseCondition } from '../condition.ts'
import type { PathDefinition } from '../definition.ts'
import type { Finding, FixEdit } from '../finding.ts'
import { named, type Subject } from './findings.ts'

const quoted = ({ name, id }: PathDefinition): string => (name.trim() === '' ? `The path ${id}` : `The path “${name}”`)

function brokenSteps({ stepById }: Subject, path: PathDefinition, index: number): Finding[] {
  return path.steps.flatMap(({ step_id, skip_condition }, position): Finding[] => {
    const place = `/paths/${index}/steps/${position}`
    const fatal = { code: 'WF-P01', severity: 'error', fatal: true } as const
    const step = stepById.get(step_id)
    if (step === undefined)
      return [
        {
          ...fatal,
          path: `${place}/step_id`,
          message: `${quoted(path)} names step ${step_id}, which is not in this workflow: leave it out.`,
          fix: { title: 'Leave the missing step out', edits: [{ type: 'remove_item', path: place }] },
        },
      ]
    const parsed = skip_condition === null ? null : parseCondition(skip_condition)
    if (parsed === null || parsed.ok) return []
    return [
      {
        ...fatal,
        path: `${place}/skip_condition`,
        step_id,
        message: `${quoted(path)} leaves ${named(step)} out under a condition that can't be read: ${parsed.problem}.`,
        fix: {
          title: 'Remove the condition',
          edits: [{ type: 'set_field', path: `${place}/skip_condition`, value: null }],
        },
      },
    ]
  })
}

/** Paths that name what is not there, or can't be read: such a workflow could not run. */
export function pathReferenceFindings(subject: Subject): Finding[] {
  const { paths } = subject.definition
  const seen = new Set<number>()
  return paths.flatMap((path, index): Finding[] => {
    const isRepeated = seen.has(path.id)
    seen.add(path.id)
    const message = `The id ${path.id} belongs to more than one path: give each its own.`
    return [
      ...(isRepeated
        ? [{ code: 'WF-P01', severity: 'error', fatal: true, path: `/paths/${index}/id`, message } as const]
        : []),
      ...brokenSteps(subject, path, index),
    ]
  })
}

function repeatedSteps({ stepById }: Subject, path: PathDefinition, index: number): Finding[] {
  const seen = new Set<number>()
  return path.steps.flatMap(({ step_id }, position): Finding[] => {
    const isRepeated = seen.has(step_id)
    seen.add(step_id)
    if (!isRepeated) return []
    const place = `/paths/${index}/steps/${position}`
    return [
      {
        code: 'WF-P02',
        severity: 'warning',
        path: place,
        step_id,
        message: `${quoted(path)} names ${named(stepById.get(step_id))} twice: once is enough, a loop repeats it by itself.`,
        fix: { title: 'Leave the second out', edits: [{ type: 'remove_item', path: place }] },
      },
    ]
  })
}

/** Paths that say too little or too much. */
export function pathFindings(subject: Subject): Finding[] {
  const { paths } = subject.definition
  const [, ...moreDefaults] = paths.flatMap(({ is_default }, index) => (is_default ? [index] : []))
  const names = new Set<string>()
  const each = paths.flatMap((path, index): Finding[] => {
    const key = path.name.trim().toLowerCase()
    const isRepeated = names.has(key)
    names.add(key)
    const said = (severity: 'error' | 'warning' | 'hint', field: string, message: string): Finding => ({
      code: 'WF-P03',
      severity,
      path: `/paths/${index}/${field}`,
      message,
    })
    return [
      ...(key === '' ? [said('error', 'name', `The path ${path.id} has no name: give it one.`)] : []),
      ...(key !== '' && isRepeated
        ? [said('warning', 'name', `Two paths are called “${path.name}”: give them different names.`)]
        : []),
      ...(path.steps.length === 0 ? [said('hint', 'steps', `${quoted(path)} has no steps yet: add them.`)] : []),
      ...repeatedSteps(subject, path, index),
    ]
  })
  if (moreDefaults.length === 0) return each
  const edits = moreDefaults.map((index): FixEdit => {
    return { type: 'set_field', path: `/paths/${index}/is_default`, value: false }
  })
  const message = `${moreDefaults.length + 1} paths are the default one: keep one.`
  const path = `/paths/${moreDefaults[0] ?? 0}/is_default`
  return [
    ...each,
    { code: 'WF-P02', severity: 'warning', path, message, fix: { title: 'Keep the first as default', edits } },
  ]
}
