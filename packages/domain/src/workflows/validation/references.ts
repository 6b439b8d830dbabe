import { parseAction } from '../action.ts'
import type { StepDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { aboutStep, named, type Subject } from './findings.ts'

function repeated(ids: readonly number[]): readonly number[] {
  const seen = new Set<number>()
  return ids.flatMap((id, position) => {
    if (seen.has(id)) return [position]
    seen.add(id)
    return []
  })
}

const duplicate = (what: string, id: number, path: string): Finding => ({
  code: 'WF-G08',
  severity: 'error',
  fatal: true,
  path,
  message: `The id ${id} belongs to more than one ${what}: give each its own.`,
})

function duplicates({ definition }: Subject): Finding[] {
  const { steps, connections, outcomes } = definition
  const of = (what: string, list: readonly { readonly id: number }[], path: string) =>
    repeated(list.map(item => item.id)).map(position =>
      duplicate(what, list[position]?.id ?? 0, `${path}/${position}/id`),
    )
  const options = steps.flatMap((step, index) =>
    step.decision_options.map(({ id }, position) => ({ id, path: `/steps/${index}/decision_options/${position}/id` })),
  )
  return [
    ...of('step', steps, '/steps'),
    ...of('connection', connections, '/connections'),
    ...of('outcome', outcomes, '/outcomes'),
    ...repeated(options.map(option => option.id)).map(position =>
      duplicate('decision option', options[position]?.id ?? 0, options[position]?.path ?? ''),
    ),
  ]
}

function brokenConnections({ definition, stepById }: Subject): Finding[] {
  return definition.connections.flatMap((connection, index) => {
    const { id, source_step_id, target_step_id } = connection
    const source = stepById.get(source_step_id)
    const target = stepById.get(target_step_id)
    if (source !== undefined && target !== undefined) return []
    const broken = (field: string, message: string): Finding => ({
      code: 'WF-G08',
      severity: 'error',
      fatal: true,
      path: `/connections/${index}/${field}`,
      connection_id: id,
      message,
      fix: { title: 'Remove the connection', edits: [{ type: 'remove_item', path: `/connections/${index}` }] },
    })
    return [
      ...(source === undefined
        ? [
            broken(
              'source_step_id',
              `A connection to ${named(target)} comes from step ${source_step_id}, which is not in this workflow.`,
            ),
          ]
        : []),
      ...(target === undefined
        ? [
            broken(
              'target_step_id',
              `A connection from ${named(source)} leads to step ${target_step_id}, which is not in this workflow.`,
            ),
          ]
        : []),
    ]
  })
}

function brokenActions(subject: Subject, step: StepDefinition): Finding[] {
  const { stepById, definition } = subject
  const outcomes = new Set(definition.outcomes.map(outcome => outcome.id))
  return step.decision_options.flatMap((option, position) => {
    const parsed = option.result_action === null ? null : parseAction(option.result_action)
    if (parsed === null) return []
    const said = (code: string, message: string): Finding =>
      aboutStep(subject, step, {
        code,
        severity: 'error',
        fatal: true,
        field: `decision_options/${position}/result_action`,
        message,
      })
    const where = `The option “${option.option_text}” of ${named(step)}`
    if (!parsed.ok) return [said('WF-C01', `${where} has an action that can't be read: ${parsed.problem}.`)]
    const { goto_step, complete_with_outcome } = parsed.action
    return [
      ...(goto_step === null || stepById.has(goto_step)
        ? []
        : [said('WF-G08', `${where} goes to step ${goto_step}, which is not in this workflow.`)]),
      ...(complete_with_outcome === null || outcomes.has(complete_with_outcome)
        ? []
        : [said('WF-G08', `${where} names outcome ${complete_with_outcome}, which is not in this workflow.`)]),
    ]
  })
}

function brokenSteps(subject: Subject): Finding[] {
  const { definition, stepById } = subject
  const outcomes = new Set(definition.outcomes.map(outcome => outcome.id))
  return definition.steps.flatMap(step => {
    const said = (field: string, message: string): Finding => {
      const finding = aboutStep(subject, step, { code: 'WF-G08', severity: 'error', fatal: true, field, message })
      const edits = [{ type: 'set_field' as const, path: finding.path, value: null }]
      return { ...finding, fix: { title: 'Take it out', edits } }
    }
    const { outcome_id, parent_step_id } = step
    return [
      ...(outcome_id === null || outcomes.has(outcome_id)
        ? []
        : [said('outcome_id', `${named(step)} reaches outcome ${outcome_id}, which is not in this workflow.`)]),
      ...(parent_step_id === null || stepById.has(parent_step_id)
        ? []
        : [said('parent_step_id', `${named(step)} is part of step ${parent_step_id}, which is not in this workflow.`)]),
      ...brokenActions(subject, step),
    ]
  })
}

/** Ids that stand for two things, and references to what is not there: such a workflow could not run. */
export const referenceFindings = (subject: Subject): Finding[] => [
  ...duplicates(subject),
  ...brokenConnections(subject),
  ...brokenSteps(subject),
]

/** Two connections of one kind between the same steps. */
export function repeatedConnections(subject: Subject): Finding[] {
  const seen = new Set<string>()
  return subject.definition.connections.flatMap((connection, index) => {
    const { id, source_step_id, target_step_id, connection_type, condition } = connection
    const asked = condition === null ? '' : JSON.stringify(condition)
    const key = `${source_step_id}>${target_step_id}:${connection_type}:${asked}`
    const isNew = !seen.has(key)
    seen.add(key)
    if (isNew) return []
    const [source, target] = [source_step_id, target_step_id].map(step => named(subject.stepById.get(step)))
    return [
      {
        code: 'WF-G08',
        severity: 'error' as const,
        path: `/connections/${index}`,
        connection_id: id,
        step_id: source_step_id,
        message: `${source} leads to ${target} twice in the same way: remove one of the two connections.`,
        fix: {
          title: 'Remove the second connection',
          edits: [{ type: 'remove_connection' as const, connection_id: id }],
        },
      },
    ]
  })
}
