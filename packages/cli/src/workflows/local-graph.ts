import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { parse } from 'yaml'
import { CliError } from '../command-line/cli-error.ts'

type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : [])

interface Earlier {
  readonly ids: readonly string[]
  readonly definition: WorkflowDefinition
}

/**
 * The graph that a file holds, a preset or a workflow file, and the local ids of its steps in their order. With an earlier file
 * the steps that it has already get the ids that they got there.
 */
export function localGraph(file: string, text: string, earlier?: Earlier): { graph: Fields; ids: readonly string[] } {
  let value: unknown
  try {
    value = parse(text, { maxAliasCount: 100 })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    throw new CliError('cli.malformed', `${file}: ${reason}`, 5)
  }
  const holder = isObject(value) && isObject(value['workflow']) ? value['workflow'] : value
  if (!isObject(holder)) throw new CliError('cli.malformed', `${file} holds no workflow.`, 5)
  const { steps, connections, outcomes, paths } = holder
  const graph = { steps: steps ?? [], connections: connections ?? [], outcomes: outcomes ?? [], paths: paths ?? [] }
  const ids = list(steps).map(step => String(step['id']))
  return { graph: earlier === undefined ? graph : renumbered(graph, earlier), ids }
}

/** The same graph in which steps of the earlier file carry the ids that they got there, wherever something names them. */
function renumbered(graph: Fields, { ids, definition }: Earlier): Fields {
  const known = new Map(ids.map((id, index) => [id, definition.steps[index]?.id]))
  const named = (id: unknown): unknown =>
    typeof id === 'number' || typeof id === 'string' ? (known.get(`${id}`) ?? `new ${id}`) : id
  const at = (fields: Fields, keys: readonly string[]): Fields => ({
    ...fields,
    ...Object.fromEntries(keys.flatMap(key => (key in fields ? [[key, named(fields[key])]] : []))),
  })
  const action = (value: unknown): unknown => {
    const object: unknown = typeof value === 'string' ? tryParse(value) : value
    if (!isObject(object)) return value
    const renamed = at(object, ['goto_step'])
    return typeof value === 'string' ? JSON.stringify(renamed) : renamed
  }
  return {
    ...graph,
    steps: list(graph['steps']).map(step => ({
      ...at(step, ['id', 'parent_step']),
      ...('decision_options' in step && {
        decision_options: list(step['decision_options']).map(option => ({
          ...option,
          ...('result_action' in option && { result_action: action(option['result_action']) }),
        })),
      }),
    })),
    connections: list(graph['connections']).map(one => at(one, ['source_step', 'target_step'])),
    paths: list(graph['paths']).map(path => ({
      ...path,
      steps: list(path['steps']).map(step => at(step, ['step'])),
    })),
  }
}

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
