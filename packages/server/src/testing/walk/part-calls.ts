import type { Call, Calls, Ready } from './call.ts'
import type { Piece } from './piece.ts'
import { right } from './rule.ts'
import { newName, type Stage } from './stage.ts'

const read = { about: 'workflow', may: right('read') } as const
const edit = { about: 'workflow', may: right('edit') } as const

interface Kind {
  /** Which part of the piece the calls are about. */
  readonly part: (piece: Piece) => number
  readonly fresh: (piece: Piece) => object
  readonly change: () => object
  /** Adds one, to be removed, and says its id. */
  readonly add: (stage: Stage, piece: Piece) => Promise<{ readonly id: number }>
}

/** The calls that all kinds of parts have. */
const partCalls = ({ part, fresh, change, add }: Kind) => {
  const params = (piece: Piece) => ({ part_id: part(piece) })
  const spare: Ready = async (stage, piece) => ({ ...piece, spare: (await add(stage, piece)).id })
  return {
    list: read,
    read: { ...read, params },
    add: { ...edit, body: fresh },
    change: { ...edit, params, body: change },
    remove: { ...edit, params: piece => ({ part_id: piece.spare ?? part(piece) }), ready: spare },
  } satisfies Record<string, Call>
}

const named = () => ({ name: newName() })
const described = () => ({ description: newName() })
const worded = () => ({ option_text: newName() })
const material = () => ({ resource_type: 'material' as const, name: newName() })
const at = ({ id, step_id }: Piece) => ({ id, step_id })

const step = partCalls({
  part: ({ steps }) => steps[6] ?? 0,
  fresh: named,
  change: described,
  add: ({ owner }, { id }) => owner.steps.add({ params: { id }, body: named() }),
})
const connection = partCalls({
  part: piece => piece.connection,
  fresh: ({ steps }) => ({ source_step_id: steps[3], target_step_id: steps[7], connection_type: 'fallback' }),
  change: () => ({ max_iterations: 2 + Number(/\d+/.exec(newName())?.[0]) }),
  add: async ({ owner }, { id, steps: [first = 0] }) => {
    const other = await owner.steps.add({ params: { id }, body: named() })
    return owner.connections.add({ params: { id }, body: { source_step_id: first, target_step_id: other.id } })
  },
})
const outcome = partCalls({
  part: piece => piece.outcome,
  fresh: named,
  change: described,
  add: ({ owner }, { id }) => owner.outcomes.add({ params: { id }, body: named() }),
})
const path = partCalls({
  part: piece => piece.named_path,
  fresh: named,
  change: described,
  add: ({ owner }, { id }) => owner.paths.add({ params: { id }, body: named() }),
})
const resource = partCalls({
  part: piece => piece.resource,
  fresh: material,
  change: () => ({ notes: newName() }),
  add: ({ owner }, piece) => owner.resources.add({ params: at(piece), body: material() }),
})
const option = partCalls({
  part: piece => piece.option,
  fresh: worded,
  change: worded,
  add: ({ owner }, piece) => owner.options.add({ params: at(piece), body: worded() }),
})

export const partOfWorkflowCalls: Calls<'steps' | 'connections' | 'outcomes' | 'paths' | 'resources' | 'options'> = {
  'steps.read': step.read,
  'steps.add': step.add,
  'steps.change': step.change,
  'steps.remove': step.remove,
  'steps.order': { ...edit, usesUp: true, body: ({ steps }) => ({ step_ids: steps.toReversed() }) },

  'connections.list': connection.list,
  'connections.read': connection.read,
  // Two connections between the same steps are refused.
  'connections.add': { ...connection.add, usesUp: true },
  'connections.change': connection.change,
  'connections.remove': connection.remove,

  'outcomes.list': outcome.list,
  'outcomes.read': outcome.read,
  'outcomes.add': outcome.add,
  'outcomes.change': outcome.change,
  'outcomes.remove': outcome.remove,

  'paths.list': path.list,
  'paths.read': path.read,
  'paths.add': path.add,
  'paths.change': path.change,
  'paths.remove': path.remove,

  'resources.list': resource.list,
  'resources.read': resource.read,
  'resources.add': resource.add,
  'resources.change': resource.change,
  'resources.remove': resource.remove,

  'options.list': option.list,
  'options.read': option.read,
  'options.add': option.add,
  'options.change': option.change,
  'options.remove': option.remove,
}
