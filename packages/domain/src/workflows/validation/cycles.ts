import { defaultLoopLimit } from '../compile-connections.ts'
import type { ConnectionDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { named, type Subject } from './findings.ts'

type Edges = ReadonlyMap<number, readonly { readonly connection: ConnectionDefinition; readonly position: number }[]>

function edgesOf({ definition }: Subject): Edges {
  const edges = new Map<number, { connection: ConnectionDefinition; position: number }[]>()
  definition.connections.forEach((connection, position) => {
    if (connection.connection_type === 'loop') return
    const from = edges.get(connection.source_step_id)
    if (from === undefined) edges.set(connection.source_step_id, [{ connection, position }])
    else from.push({ connection, position })
  })
  return edges
}

/** Walks depth first, without recursion; a connection that comes back to the path being walked closes a cycle. */
function closingConnections(subject: Subject): { connection: ConnectionDefinition; position: number }[] {
  const edges = edgesOf(subject)
  const state = new Map<number, 'on the path' | 'done'>()
  const closing: { connection: ConnectionDefinition; position: number }[] = []
  const inOrder = subject.definition.steps.toSorted((one, other) => one.display_order - other.display_order)
  for (const { id } of inOrder) {
    if (state.has(id)) continue
    state.set(id, 'on the path')
    const stack = [{ id, next: 0 }]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = edges.get(top.id)?.[top.next]
      top.next += 1
      if (edge === undefined) {
        state.set(top.id, 'done')
        stack.pop()
        continue
      }
      const target = edge.connection.target_step_id
      const seen = state.get(target)
      if (seen === 'on the path') closing.push(edge)
      if (seen !== undefined) continue
      state.set(target, 'on the path')
      stack.push({ id: target, next: 0 })
    }
  }
  return closing
}

/** A way back has to be a loop: with anything else the steps of the cycle would wait for each other for ever. */
export const cycleFindings = (subject: Subject): Finding[] =>
  closingConnections(subject).map(({ connection, position }) => {
    const { id, source_step_id, target_step_id, connection_type } = connection
    const source = named(subject.stepById.get(source_step_id))
    const isSelf = source_step_id === target_step_id
    const where = isSelf
      ? `from ${source} to itself`
      : `from ${source} back to ${named(subject.stepById.get(target_step_id))}`
    return {
      code: isSelf ? 'WF-G08' : 'WF-G06',
      severity: 'error',
      fatal: true,
      path: `/connections/${position}`,
      step_id: source_step_id,
      connection_id: id,
      message: `The ${connection_type} connection ${where} closes a cycle: make it a loop, or lead it elsewhere.`,
      fix: {
        title: 'Make it a loop',
        edits: [
          { type: 'set_field', path: `/connections/${position}/connection_type`, value: 'loop' },
          ...(connection.condition === null && connection.max_iterations === null
            ? [{ type: 'set_field' as const, path: `/connections/${position}/max_iterations`, value: defaultLoopLimit }]
            : []),
        ],
      },
    }
  })
