import type { StepResource } from '../workflows/definition.ts'

type Fields = Record<string, unknown>
export type StockIds = Partial<Pick<StepResource, 'name' | 'dynamic_material_id' | 'tool_id' | 'documentation_id'>>

/** What stored parts carry beside the preset's form, by their places in the lists. */
export interface GivenIds {
  readonly connections: readonly unknown[]
  /** By step, then by resource. */
  readonly resources: readonly (readonly unknown[])[]
  readonly stock: readonly (readonly StockIds[])[]
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a list changed where they are objects; whatever else it is stays, to be complained of by its reader. */
const each = (value: unknown, change: (item: Fields) => Fields): unknown =>
  Array.isArray(value) ? value.map(item => (isObject(item) ? change(item) : (item as unknown))) : value

/** The fields under the names that the preset's form has for them; a name that stands there already wins. */
function renamed(fields: Fields, names: Readonly<Record<string, string>>): Fields {
  const entries = Object.entries(fields)
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const name = names[key]
      return [name !== undefined && !Object.hasOwn(fields, name) ? name : key, value]
    }),
  )
}

const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)))

const stockFields = ['dynamic_material_id', 'tool_id', 'documentation_id'] as const
const isNamed = (fields: Fields): boolean => typeof fields['name'] === 'string' && fields['name'].trim() !== ''

const stockOf = (resource: unknown): StockIds => {
  if (!isObject(resource)) return {}
  const ids = stockFields.flatMap(field => {
    const id = resource[field]
    return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? [[field, id] as const] : []
  })
  return ids.length === 0 ? {} : { ...Object.fromEntries(ids), ...(isNamed(resource) ? {} : { name: null }) }
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : [])
const resourcesOf = (step: unknown): readonly unknown[] => (isObject(step) ? items(step['resources']) : [])
const idOf = (value: unknown): unknown => (isObject(value) ? value['id'] : undefined)

/** A resource of the stock needs no name of its own. */
const resource = (fields: Fields): Fields => {
  const form = without(fields, ['id', ...stockFields])
  return stockOf(fields).name === null ? { ...form, name: placeholder } : form
}

/** Stands for the name of a resource that has none, while it is read. */
const placeholder = 'stock'

const step = (fields: Fields): Fields => {
  const form = renamed(fields, { parent_step_id: 'parent_step', outcome_id: 'outcome' })
  return 'resources' in form ? { ...form, resources: each(form['resources'], resource) } : form
}

/**
 * A graph in the preset's form, from that form or from the one in which a workflow's details show it: what one reads, one can
 * write back. What the form has no place for is kept beside it.
 */
export function asWritten(value: unknown): { readonly graph: Fields; readonly given: GivenIds } {
  const graph = isObject(value) ? value : {}
  const steps = items(graph['steps'])
  return {
    graph: {
      ...graph,
      ...('steps' in graph && { steps: each(graph['steps'], step) }),
      ...('connections' in graph && {
        connections: each(graph['connections'], connection =>
          without(renamed(connection, { source_step_id: 'source_step', target_step_id: 'target_step' }), ['id']),
        ),
      }),
      ...('paths' in graph && {
        paths: each(graph['paths'], path => ({
          ...path,
          ...('steps' in path && { steps: each(path['steps'], one => renamed(one, { step_id: 'step' })) }),
        })),
      }),
    },
    given: {
      connections: items(graph['connections']).map(idOf),
      resources: steps.map(one => resourcesOf(one).map(idOf)),
      stock: steps.map(one => resourcesOf(one).map(stockOf)),
    },
  }
}
