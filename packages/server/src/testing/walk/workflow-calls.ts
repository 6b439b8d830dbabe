import type { Calls, Ready } from './call.ts'
import { everybody, right } from './rule.ts'
import { newName } from './stage.ts'

const about = 'workflow' as const
const read = { about, may: right('read') } as const
const edit = { about, may: right('edit') } as const

const linked: Ready = async ({ owner }, piece) => {
  const { id: link, token } = await owner.links.create({ params: { id: piece.id } })
  return { ...piece, link, token }
}

/** The refusal of the one workflow among those that were to be deleted. */
const statusOfOne = (answer: unknown): number =>
  (answer as { readonly failed: readonly { readonly status: number }[] }).failed[0]?.status ?? 0

export const workflowCalls: Calls<'workflows' | 'revisions' | 'translations' | 'sharing' | 'links'> = {
  'workflows.list': { about: 'installation', may: everybody },
  'workflows.facets': { about: 'installation', may: everybody },
  'workflows.templates': { about: 'installation', may: everybody },
  'workflows.create': { about: 'installation', may: everybody, body: () => ({ name: newName() }) },
  'workflows.get': read,
  'workflows.steps': read,
  'workflows.validation': read,
  'workflows.statistics': read,
  'workflows.update': { ...edit, body: () => ({ description: newName() }) },
  'workflows.delete': { about, may: right('delete'), usesUp: true },
  'workflows.deleteSeveral': {
    about,
    may: right('delete'),
    usesUp: true,
    body: ({ id }) => ({ workflow_ids: [id] }),
    statusIn: statusOfOne,
  },
  'workflows.publish': {
    about,
    may: right('publish'),
    usesUp: true,
    body: ({ visibility }) => ({ visibility }),
  },
  'workflows.duplicate': { about, may: right('duplicate'), body: () => ({ new_name: newName() }) },

  'revisions.save': {
    ...edit,
    usesUp: true,
    body: () => ({
      steps: [{ id: 1, name: 'Whittle', step_type: 'instruction', instructions: 'Away from you.' }],
      connections: [],
      outcomes: [],
    }),
  },
  'revisions.list': read,
  'revisions.keep': { ...edit, body: () => ({ note: newName() }) },
  'revisions.read': read,
  'revisions.compare': read,
  'revisions.restore': { ...edit, usesUp: true },

  'translations.list': read,
  'translations.get': read,
  'translations.put': { ...edit, body: () => ({ name: newName() }) },
  'translations.delete': { ...edit, usesUp: true },

  'sharing.list': { about, may: right('share') },
  'sharing.put': {
    about,
    may: right('share'),
    usesUp: true,
    body: ({ user_id }) => ({ user_id, permission: 'execute' }),
  },
  'sharing.removePerson': { about, may: right('share'), usesUp: true },
  'sharing.removeWorkshop': { about, may: right('share'), usesUp: true },

  'links.create': { about, may: right('share') },
  'links.list': { about, may: right('share') },
  'links.remove': { about, may: right('share'), ready: linked, params: ({ link = 1 }) => ({ link_id: link }) },
  'links.read': { about, may: everybody, ready: linked },
  'links.copy': { about, may: everybody, ready: linked },
}
