import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { parseDocument, stringify } from 'yaml'
import { CliError } from '../command-line/cli-error.ts'
import { lean } from './lean.ts'

/** A workflow as a file that a person edits: which one, the version it was taken at, its own fields and its graph. */
export interface WorkflowFile {
  /** The workflow that it was taken from; null: a new one. */
  readonly workflow: number | null
  readonly version: number | null
  /** As `PUT /workflows/{id}` takes them. */
  readonly fields: Readonly<Record<string, JsonValue>>
  /** As `PUT /workflows/{id}/definition` takes it. */
  readonly graph: Readonly<Record<string, JsonValue>>
}

const fieldNames = [
  'name',
  'description',
  'category',
  'tags',
  'difficulty_level',
  'estimated_duration',
  'time_limit',
  'default_locale',
  'has_multiple_outcomes',
] as const
const graphNames = ['steps', 'connections', 'outcomes', 'paths'] as const
const places = ['workflow', 'version'] as const
const known: readonly string[] = [...places, ...fieldNames, ...graphNames]

/** Steps in the order in which they are shown, then of the file: that order needs no numbers. */
const inOrder = <T extends { readonly display_order: number }>(parts: readonly T[]): readonly T[] =>
  parts.toSorted((one, other) => one.display_order - other.display_order)

const numbered = <T extends { readonly display_order: number }>(part: T, index: number) => {
  const { display_order, ...rest } = part
  return display_order === index + 1 ? rest : part
}

/** The workflow without what is not stated, ready to be written as YAML or JSON. */
export function toWorkflowFile(workflow: Workflow): Record<string, unknown> {
  const fields = Object.fromEntries(fieldNames.map(name => [name, workflow[name]]))
  const steps = inOrder(workflow.steps).map(({ parent_step_id, outcome_id, resources, decision_options, ...step }, i) =>
    lean({
      ...numbered(step, i),
      parent_step: parent_step_id,
      outcome: outcome_id,
      resources: resources.map(lean),
      decision_options: inOrder(decision_options).map((option, at) => lean(numbered(option, at))),
    }),
  )
  const connections = workflow.connections.map(({ source_step_id, target_step_id, ...connection }) =>
    lean({ source_step: source_step_id, target_step: target_step_id, ...connection }),
  )
  const paths = workflow.paths.map(({ steps: ofPath, ...path }) =>
    lean({ ...path, steps: ofPath.map(({ step_id, ...step }) => lean({ step: step_id, ...step })) }),
  )
  return {
    workflow: workflow.id,
    version: workflow.version,
    ...lean(fields),
    steps,
    connections,
    outcomes: inOrder(workflow.outcomes).map((outcome, index) => lean(numbered(outcome, index))),
    paths,
  }
}

const heading = (name: string): string =>
  ` ${name.replaceAll(/\s+/g, ' ')}: change what you like, then bring it back with: hidesync workflows apply <this file>
 Ids say which part is which: a part that keeps its id is changed, one without is new, one that is gone is removed.
`

export const printWorkflowFile = (workflow: Workflow, format: 'yaml' | 'json'): string => {
  const file = toWorkflowFile(workflow)
  if (format === 'json') return `${JSON.stringify(file, null, 2)}\n`
  const comment = heading(workflow.name)
    .split('\n')
    .map(line => (line === '' ? '' : `#${line}`))
    .join('\n')
  return `${comment}\n${stringify(file, { lineWidth: 110 })}`
}

const broken = (file: string, what: string): CliError => new CliError('cli.malformed', `${file}: ${what}`, 5)

const wholeOrNull = (file: string, name: string, value: unknown): number | null => {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value
  throw broken(file, `“${name}” has to be a whole number from 1 on.`)
}

/** What an edited file says. YAML, and so JSON, too. Throws with line and column where it is neither. */
export function readWorkflowFile(file: string, text: string): WorkflowFile {
  const document = parseDocument(text, { uniqueKeys: true, maxAliasCount: 100, prettyErrors: true } as object)
  const [problem] = document.errors
  if (problem !== undefined) throw broken(file, problem.message.split('\n')[0] ?? 'It is no YAML.')
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw broken(file, 'It has to hold one workflow: name, steps, connections, outcomes.')
  const entries = value as Record<string, JsonValue>
  const unknown = Object.keys(entries).find(key => !known.includes(key))
  if (unknown !== undefined)
    throw broken(file, `“${unknown}” is none of the fields of a workflow file: ${known.join(', ')}.`)
  const pick = (names: readonly string[]): Record<string, JsonValue> =>
    Object.fromEntries(names.flatMap(name => (entries[name] === undefined ? [] : [[name, entries[name]]])))
  return {
    workflow: wholeOrNull(file, 'workflow', entries['workflow']),
    version: wholeOrNull(file, 'version', entries['version']),
    // What a file leaves out is empty: whoever deletes a line means it.
    fields: { description: null, category: null, tags: [], difficulty_level: null, ...pick(fieldNames) },
    graph: { steps: [], connections: [], outcomes: [], paths: [], ...pick(graphNames) },
  }
}
