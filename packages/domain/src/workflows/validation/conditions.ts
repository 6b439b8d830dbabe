import { stepDataKeys } from '../../step-types/step-data.ts'
import { parseCondition, variablesOf } from '../condition.ts'
import type { CompiledWorkflow } from '../compiled.ts'
import type { ConnectionDefinition, WorkflowDefinition } from '../definition.ts'
import type { Finding, Fix } from '../finding.ts'
import { aboutStep, named, stepPath, type Subject } from './findings.ts'
import type { FreeRuns } from './free-runs.ts'

const connectionName = ({ stepById }: Subject, connection: ConnectionDefinition): string =>
  `The ${connection.connection_type} connection from ${named(stepById.get(connection.source_step_id))} to ${named(stepById.get(connection.target_step_id))}`

/** Conditions that can't be read: such a workflow could not run. */
export function conditionFindings(subject: Subject): Finding[] {
  const { steps, connections } = subject.definition
  const ofSteps = steps.flatMap(step => {
    const parsed =
      step.condition_logic === null ? null : parseCondition(step.condition_logic, stepDataKeys(step.step_type))
    if (parsed === null || parsed.ok) return []
    const message = `The condition of ${named(step)} can't be read: ${parsed.problem}.`
    return [
      aboutStep(subject, step, { code: 'WF-C01', severity: 'error', fatal: true, field: 'condition_logic', message }),
    ]
  })
  const ofConnections = connections.flatMap((connection, index): Finding[] => {
    const parsed = connection.condition === null ? null : parseCondition(connection.condition)
    if (parsed === null || parsed.ok) return []
    return [
      {
        code: 'WF-C01',
        severity: 'error',
        fatal: true,
        path: `/connections/${index}/condition`,
        connection_id: connection.id,
        step_id: connection.source_step_id,
        message: `${connectionName(subject, connection)} has a condition that can't be read: ${parsed.problem}.`,
      },
    ]
  })
  return [...ofSteps, ...ofConnections]
}

const firstDefault = ({ connections }: WorkflowDefinition, members: readonly ConnectionDefinition[]): Fix => ({
  title: 'Keep the first default',
  edits: members
    .filter(member => member.is_default)
    .slice(1)
    .map(member => ({
      type: 'set_field',
      path: `/connections/${connections.indexOf(member)}/is_default`,
      value: false,
    })),
})

/** Conditional connections without a condition, defaults with one, groups that mix, groups that may leave no way. */
export function groupFindings(subject: Subject, workflow: CompiledWorkflow): Finding[] {
  const { definition } = subject
  const single = definition.connections.flatMap((connection, index): Finding[] => {
    const { connection_type: type, is_default, condition, id, source_step_id } = connection
    const isGrouped = type === 'choice' || type === 'conditional'
    const place = { path: `/connections/${index}/condition`, connection_id: id, step_id: source_step_id }
    if (type === 'conditional' && !is_default && condition === null)
      return [
        {
          code: 'WF-C01',
          severity: 'error',
          ...place,
          message: `${connectionName(subject, connection)} has no condition: write one, or make it the default.`,
        },
      ]
    if (isGrouped && is_default && condition !== null)
      return [
        {
          code: 'WF-C01',
          severity: 'warning',
          ...place,
          message: `${connectionName(subject, connection)} is the default, so its condition is never asked: remove one of the two.`,
          fix: { title: 'Remove the condition', edits: [{ type: 'set_field', path: place.path, value: null }] },
        },
      ]
    return []
  })
  const grouped = workflow.steps.flatMap(step => {
    if (step.group.length === 0 && step.groupDefault === null) return []
    const members = step.outgoing
      .flatMap(way => workflow.connections[way]?.definition ?? [])
      .filter(({ connection_type: type }) => type === 'choice' || type === 'conditional')
    const types = new Set(members.filter(member => !member.is_default).map(member => member.connection_type))
    const defaults = members.filter(member => member.is_default).length
    const said = (code: string, message: string) =>
      aboutStep(subject, step.definition, { code, severity: 'warning', message })
    return [
      ...(types.size > 1
        ? [said('WF-C03', `${named(step.definition)} mixes choice and conditional connections: use one kind.`)]
        : []),
      ...(defaults > 1
        ? [
            {
              ...said(
                'WF-D03',
                `${named(step.definition)} has ${defaults} default connections: keep one, for only the first is taken.`,
              ),
              fix: firstDefault(definition, members),
            },
          ]
        : []),
    ]
  })
  return [...single, ...grouped]
}

interface Asked {
  readonly name: string
  /** The step at which the variable has to be known. */
  readonly step: number
  readonly finding: Omit<Finding, 'code' | 'severity'>
}

function askedVariables(subject: Subject, workflow: CompiledWorkflow): Asked[] {
  const { definition } = subject
  const ofSteps = workflow.steps.flatMap(step =>
    (step.condition === null ? [] : variablesOf(step.condition)).map(name => ({
      name,
      step: step.index,
      finding: {
        path: stepPath(subject, step.id, 'condition_logic'),
        step_id: step.id,
        message: `The condition of ${named(step.definition)}`,
      },
    })),
  )
  const ofConnections = definition.connections.flatMap((connection, index) => {
    const parsed = connection.condition === null ? null : parseCondition(connection.condition)
    const source = workflow.compiledStep(connection.source_step_id)
    if (!parsed?.ok || source === undefined) return []
    return variablesOf(parsed.condition).map(name => ({
      name,
      step: source.index,
      finding: {
        path: `/connections/${index}/condition`,
        connection_id: connection.id,
        step_id: source.id,
        message: connectionName(subject, connection),
      },
    }))
  })
  return [...ofSteps, ...ofConnections]
}

/** Conditions on variables that no option sets, or sets too late. */
export function variableFindings(subject: Subject, { workflow, values }: FreeRuns): Finding[] {
  const told = new Set<string>()
  return askedVariables(subject, workflow).flatMap(({ name, step, finding }): Finding[] => {
    const key = `${finding.path} ${name}`
    if (told.has(key) || values.isSetAt(step, name)) return []
    told.add(key)
    const why = values.isSet(name)
      ? `asks for “${name}”, which is only set later: set it before.`
      : `asks for “${name}”, which no option sets: let a decision set it.`
    return [{ ...finding, code: 'WF-C02', severity: 'error', message: `${finding.message} ${why}` }]
  })
}
