import { ApiError, type Client } from '@hidesync/contract/client'
import { CliError } from '../../command-line/cli-error.ts'
import { errorBodyOf } from '../../command-line/report-error.ts'
import type { Planned } from './plan-update.ts'
import type { Subscription, SubscriptionsFile, Taken } from './subscriptions-file.ts'
import { withTaken } from './subscriptions-file.ts'
import { followEntry, importEntry } from './take-entry.ts'

/** What became of an entry, or what would. */
export interface Outcome {
  readonly title: string
  readonly action: 'imported' | 'updated' | 'copied' | 'edited' | 'deleted' | 'current' | 'failed'
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

const parts = (count: number): string => `${count} ${count === 1 ? 'part' : 'parts'} changed`

async function takeOver(
  { client, subscription }: Work,
  planned: Planned,
): Promise<{ readonly taken: Taken | null; readonly outcome: Outcome }> {
  const { kind, entry } = planned
  const { title, modified } = entry
  const none = { taken: null, outcome: { title, action: 'current', workflow_id: null, detail: null } as const }
  switch (kind) {
    case 'current':
      return { ...none, outcome: { ...none.outcome, workflow_id: planned.taken.workflow_id } }
    case 'gone': {
      const { taken } = planned
      // Told once: a workflow that somebody deleted does not come back.
      return { taken: { ...taken, modified }, outcome: { ...none.outcome, action: 'deleted' } }
    }
    case 'new':
    case 'edited': {
      const { id, name } = await importEntry(client, subscription.seed, entry)
      const action = kind === 'new' ? 'imported' : 'copied'
      const outcome = { title, action, workflow_id: id, detail: name } as const
      return { taken: { workflow_id: id, modified, marks: planned.marks }, outcome }
    }
    case 'newer': {
      const { added, changed, moved, removed } = await followEntry(client, planned)
      const { id, name, status } = planned.workflow
      const again = status === 'published' ? '; publish it again to pass that on' : ''
      const detail = `${name}: ${parts(added + changed + moved + removed)}${again}`
      const outcome = { title, action: 'updated', workflow_id: id, detail } as const
      return { taken: { workflow_id: id, modified, marks: planned.marks }, outcome }
    }
  }
}

/** Takes one entry over and remembers it at once, so that whatever breaks off is gone on with. Throws what stops the others, too. */
export async function carryOut(work: Work, planned: Planned): Promise<Outcome> {
  const { file, subscription, account } = work
  const { key, title } = planned.entry
  try {
    const { taken, outcome } = await takeOver(work, planned)
    if (taken !== null)
      await file.update(
        async all => [withTaken(all, { url: subscription.url, account, key }, taken), undefined] as const,
      )
    return outcome
  } catch (error) {
    if (!isOfEntry(error)) throw error
    return { title, action: 'failed', workflow_id: null, detail: errorBodyOf(error).detail }
  }
}
