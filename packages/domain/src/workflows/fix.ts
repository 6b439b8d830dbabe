import type { ConnectionDefinition, JsonValue, WorkflowDefinition } from './definition.ts'
import type { Fix, FixEdit } from './finding.ts'

type Node = JsonValue | undefined
interface Place {
  readonly path: string
  /** What is to stand there; undefined: nothing, the item goes. */
  readonly value: Node
}

const noPlace = (path: string): never => {
  throw new RangeError(`There is nothing at ${path} in this definition.`)
}

/** A copy of the node with one part of it changed; the rest is shared. */
function changed(node: Node, keys: readonly string[], place: Place): JsonValue {
  const [key = '', ...rest] = keys
  if (Array.isArray(node)) {
    const items = node as readonly JsonValue[]
    const index = Number(key)
    if (!/^\d+$/.test(key) || index >= items.length) return noPlace(place.path)
    const next = rest.length > 0 ? changed(items[index], rest, place) : place.value
    return items.flatMap((item, at) => (at !== index ? [item] : next === undefined ? [] : [next]))
  }
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return noPlace(place.path)
  const object = node as { readonly [key: string]: JsonValue }
  const next = rest.length > 0 ? changed(object[key], rest, place) : place.value
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      name !== key ? [[name, value]] : next === undefined ? [] : [[name, next]],
    ),
  )
}

const at = (definition: WorkflowDefinition, place: Place): WorkflowDefinition =>
  changed(
    definition as unknown as JsonValue,
    place.path
      .split('/')
      .slice(1)
      .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~')),
    place,
  ) as unknown as WorkflowDefinition

function edited(definition: WorkflowDefinition, edit: FixEdit): WorkflowDefinition {
  const { connections } = definition
  switch (edit.type) {
    case 'set_field':
      return at(definition, { path: edit.path, value: edit.value })
    case 'remove_item':
      return at(definition, { path: edit.path, value: undefined })
    case 'remove_connection':
      return { ...definition, connections: connections.filter(({ id }) => id !== edit.connection_id) }
    case 'add_connection': {
      const { type: _, ...ends } = edit
      const added: ConnectionDefinition = {
        ...ends,
        id: connections.reduce((most, { id }) => Math.max(most, id), 0) + 1,
        condition: null,
        display_order: null,
        is_default: false,
        max_iterations: null,
        min_lag: null,
        max_lag: null,
      }
      return { ...definition, connections: [...connections, added] }
    }
  }
}

/**
 * The definition with a finding's fix applied. A connection that it adds gets the next free id.
 * Throws a RangeError where a path leads nowhere: the definition is not the one that the finding is about.
 */
export const applyFix = (definition: WorkflowDefinition, { edits }: Fix): WorkflowDefinition =>
  edits.reduce(edited, definition)
