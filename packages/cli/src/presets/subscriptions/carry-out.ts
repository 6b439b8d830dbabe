import { ApiError, type Client } from '@hidesync/contract/client'
import { randomUUID } from 'node:crypto'
import { CliError } from '../../command-line/cli-error.ts'
import { errorBodyOf } from '../../command-line/report-error.ts'
import { plural } from '../../terminal/words.ts'
import type { Planned } from './plan-update.ts'
import type { Progress, Subscription, SubscriptionsFile, Taken } from './subscriptions-file.ts'
import { withTaken } from './subscriptions-file.ts'
import { followEntry, importEntry } from './take-entry.ts'

/** What became of an entry, or what would. */
export interface Outcome {
  readonly title: string
  readonly action: 'imported' | 'updated' | 'copied' | 'edited' | 'deleted' | 'same' | 'current' | 'failed'
  /** Null: there is none, or not yet. */
  readonly workflow_id: number | null
  /** What happened, where more is to be said: how the copy is called, how much changed, why it failed. */
  readonly detail: string | null
}

export interface Work {
  readonly client: Client
  readonly file: SubscriptionsFile
  readonly subscription: Subscription
  readonly account: string
}

/** Whether a failure is one of this entry alone, so that the others can go on. */
const isOfEntry = (error: unknown): boolean =>
  (error instanceof CliError && error.code === 'cli.invalid_preset') ||
  (error instanceof ApiError && [400, 404, 409, 412, 413, 422].includes(error.status))

const none = { workflow_id: null, detail: null } as const

/** What one entry comes to, with what is to be remembered of it. */
interface Done {
  readonly outcome: Outcome
  readonly taken: Taken | null
}

type Remember = (progress: Progress) => Promise<void>

/** Imports what is new, or beside what was edited. That it was begun is known before the server is asked. */
async function bring(
  client: Client,
  planned: Extract<Planned, { kind: 'new' | 'edited' }>,
  remember: Remember,
): Promise<Done> {
  const { kind, entry, marks } = planned
  const seed = (kind === 'new' ? planned.begun?.seed : null) ?? randomUUID()
  await remember({ workflow_id: null, seed })
  try {
    const { id, name } = await importEntry(client, seed, entry)
    const action = kind === 'new' ? 'imported' : 'copied'
    const outcome = { title: entry.title, action, workflow_id: id, detail: name } as const
    return { outcome, taken: { workflow_id: id, modified: entry.modified, marks } }
  } catch (error) {
    if (isOfEntry(error) && kind === 'edited') await remember(planned.taken)
    throw error
  }
}

async function follow(client: Client, planned: Extract<Planned, { kind: 'newer' }>): Promise<Done> {
  const { entry, marks, workflow } = planned
  const { added, changed, moved, removed } = await followEntry(client, planned)
  const again = workflow.status === 'published' ? '; publish it again to pass that on' : ''
  const detail = `${workflow.name}: ${plural(added + changed + moved + removed, 'part')} changed${again}`
  return {
    outcome: { title: entry.title, action: 'updated', workflow_id: workflow.id, detail },
    taken: { workflow_id: workflow.id, modified: entry.modified, marks },
  }
}

async function takeOver(client: Client, planned: Planned, remember: Remember): Promise<Done> {
  const { title, modified } = planned.entry
  switch (planned.kind) {
    case 'same':
      return { outcome: { ...none, title, action: 'same', workflow_id: planned.workflow_id }, taken: null }
    case 'current':
      return { outcome: { ...none, title, action: 'current', workflow_id: planned.taken.workflow_id }, taken: null }
    case 'gone':
      // Told once: a workflow that somebody deleted does not come back.
      return { outcome: { ...none, title, action: 'deleted' }, taken: { ...planned.taken, modified } }
    case 'new':
    case 'edited':
      return bring(client, planned, remember)
    case 'newer':
      return follow(client, planned)
  }
}

/** Takes one entry over and remembers it at once, so that whatever breaks off is gone on with. Throws what stops the others, too. */
export async function carryOut({ client, file, subscription, account }: Work, planned: Planned): Promise<Outcome> {
  const { key, title } = planned.entry
  const remember = (progress: Progress) =>
    file.update(async all => [withTaken(all, { url: subscription.url, account, key }, progress), undefined] as const)
  try {
    const { taken, outcome } = await takeOver(client, planned, remember)
    if (taken !== null) await remember(taken)
    return outcome
  } catch (error) {
    if (!isOfEntry(error)) throw error
    return { ...none, title, action: 'failed', detail: errorBodyOf(error).detail }
  }
}
