import type { Calls, Ready } from './call.ts'
import { everybody, onProposal, orAuthor, right } from './rule.ts'
import { newName } from './stage.ts'

const about = 'workflow' as const
const read = { about, may: right('read') } as const
const decide = { about, may: onProposal('may not', 'may'), usesUp: true } as const

const rated: Ready = async (stage, piece, { user_id }) => {
  await stage.app.context.db
    .insertInto('workflow_ratings')
    .values({ workflow_id: piece.id, user_id, stars: 3 })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return piece
}

/** A copy that everybody may see, with a change in it. */
const changedCopy: Ready = async (stage, piece) => {
  const body = { new_name: newName() }
  const { id } = await stage.superuser.workflows.duplicate({ params: { id: piece.id }, body })
  await stage.superuser.workflows.update({ params: { id }, body: { visibility: 'public' } })
  await stage.superuser.steps.add({ params: { id }, body: { name: newName() } })
  return { ...piece, copy: id }
}

/** The original of all pieces goes on. */
const changedOriginal: Ready = async (stage, piece) => {
  const params = { id: stage.original }
  await stage.owner.outcomes.add({ params, body: { name: newName() } })
  await stage.owner.revisions.keep({ params })
  return piece
}

export const communityCalls: Calls<'community' | 'proposals' | 'library'> = {
  'community.rating': read,
  'community.rate': {
    about,
    may: right('rate'),
    body: () => ({ stars: 5 }),
  },
  'community.unrate': { ...read, ready: rated },
  'community.comments': read,
  'community.comment': { about, may: right('comment'), body: () => ({ text: newName() }) },
  'community.deleteComment': { about, may: orAuthor(right('moderate')), usesUp: true },

  'proposals.list': read,
  'proposals.create': {
    about,
    may: right('propose'),
    ready: changedCopy,
    body: ({ id, copy = id }) => ({ title: newName(), from_workflow_id: copy }),
  },
  'proposals.get': { about, may: onProposal('may', 'may') },
  'proposals.accept': decide,
  'proposals.decline': { ...decide, body: () => ({ reason: newName() }) },
  'proposals.withdraw': { about, may: onProposal('may', 'may not'), usesUp: true },
  'proposals.upstream': read,
  'proposals.mergeUpstream': { about, may: right('edit'), usesUp: true, ready: changedOriginal },

  'library.feed': { about: 'installation', may: everybody },
}
