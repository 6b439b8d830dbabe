import type { Client } from '@hidesync/contract/client'
import type { Visibility } from '@hidesync/domain/workflows/definition'
import { boxPreset } from '../box-preset.ts'
import { startTestApp, type TestApp } from '../test-app.ts'
import type { Engine } from '../test-database.ts'
import { assembleCast, type Cast } from './cast.ts'
import type { Piece } from './piece.ts'

let made = 0
/** A name that nothing else has. */
export const newName = (): string => `Piece ${++made}`

/** A server with the cast, and workflows of the owner's as they are needed. */
export interface Stage {
  readonly app: TestApp
  readonly cast: Cast
  readonly owner: Client
  readonly superuser: Client
  /** That all workflows of the stage are copies of. */
  readonly original: number
  /** A new workflow, active, shared with the cast, with one of everything. */
  workflow(visibility: Visibility): Promise<Piece>
  close(): Promise<void>
}

async function makeOriginal(superuser: Client, owner: Client): Promise<number> {
  const { id: first } = await superuser.presets.import({ body: boxPreset('Box') })
  await superuser.workflows.update({ params: { id: first }, body: { visibility: 'public' } })
  const { id } = await owner.workflows.duplicate({ params: { id: first } })
  const params = { id }
  await owner.workflows.update({ params, body: { visibility: 'public' } })
  const { steps } = await owner.workflows.get({ params })
  const [cut, choose] = steps.map(step => step.id)
  await owner.resources.add({
    params: { id, step_id: choose ?? 0 },
    body: { resource_type: 'tool', name: 'Marking gauge' },
  })
  await owner.paths.add({ params, body: { name: 'Short', steps: [{ step_id: cut ?? 0 }] } })
  await owner.translations.put({
    params: { id, locale: 'de' },
    body: { steps: { [cut ?? 0]: { name: 'Zuschneiden' } } },
  })
  return id
}

/** What only other people put there, and what the interface gives no way to have at once. */
async function populate({ context }: TestApp, { author, shares }: Cast, at: { id: number; visibility: Visibility }) {
  const { id: workflow_id, visibility } = at
  return context.db.transaction().execute(async tx => {
    await tx.updateTable('workflows').set({ visibility, status: 'active' }).where('id', '=', workflow_id).execute()
    await tx
      .insertInto('workflow_shares')
      .values(shares.map(share => ({ ...share, workflow_id })))
      .execute()
    const { id: comment_id } = await tx
      .insertInto('workflow_comments')
      .values({ workflow_id, author_id: author.user_id, text: 'Well made.' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const present = tx.selectFrom('workflows').select('content_hash').where('id', '=', workflow_id)
    const kept = tx.selectFrom('workflow_revisions').select('content_hash').where('workflow_id', '=', workflow_id)
    const { id: proposal_id } = await tx
      .insertInto('workflow_proposals')
      .values({
        workflow_id,
        author_id: author.user_id,
        title: 'As it was',
        base_revision: 1,
        base_content_hash: (await present.executeTakeFirstOrThrow()).content_hash,
        content_hash: (await kept.where('revision', '=', 1).executeTakeFirstOrThrow()).content_hash,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { comment_id, proposal_id }
  })
}

/** Fails where the thing is missing: the stage is not what the calls expect then. */
function there<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('The workflow of the walk lacks a part.')
  return value
}

export async function setStage(engine: Engine): Promise<Stage> {
  const app = await startTestApp({ engine })
  const cast = await assembleCast(app)
  const owner = app.client(cast.owner.token)
  const superuser = app.client(cast.superuser.token)
  const original = await makeOriginal(superuser, owner)

  const workflow = async (visibility: Visibility): Promise<Piece> => {
    const { id, name } = await owner.workflows.duplicate({ params: { id: original }, body: { new_name: newName() } })
    const params = { id }
    await owner.revisions.keep({ params })
    const { steps, connections, outcomes, paths } = await owner.workflows.get({ params })
    const first = there(steps[0])
    await owner.steps.change({ params: { id, part_id: first.id }, body: { instructions: 'Cut five boards.' } })
    const decision = there(steps[1])
    return {
      id,
      name,
      visibility,
      steps: steps.map(step => step.id),
      step_id: decision.id,
      connection: there(connections.at(-1)).id,
      outcome: there(outcomes[1]).id,
      named_path: there(paths[0]).id,
      resource: there(decision.resources[0]).id,
      option: there(decision.decision_options[0]).id,
      ...(await populate(app, cast, { id, visibility })),
      revision: 1,
      other: 'draft',
      locale: 'de',
      user_id: there(cast.shares[0]?.user_id),
      workshop_id: there(cast.shares[1]?.workshop_id),
      type: 'workflow_status',
    }
  }
  return { app, cast, owner, superuser, original, workflow, close: () => app.close() }
}
