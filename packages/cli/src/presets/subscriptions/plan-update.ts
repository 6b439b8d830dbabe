import { ApiError, type Client } from '@hidesync/contract/client'
import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { readSource } from '../../workflows/read-source.ts'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { contentMarks, type ContentMarks, isBetween, sameMarks } from './content-marks.ts'
import type { FeedEntry } from './read-feed.ts'
import { type Begun, isTaken, type Progress, type Taken } from './subscriptions-file.ts'

/** Where an entry of a feed stands with what was taken over of it. */
export type Planned =
  /** Was not taken over yet; `begun`: unless the answer was lost. */
  | { readonly kind: 'new'; readonly entry: FeedEntry; readonly marks: ContentMarks; readonly begun: Begun | null }
  /** Was never taken over, and a workflow of the same name says the same: it came from elsewhere, and is not followed. */
  | { readonly kind: 'same'; readonly entry: FeedEntry; readonly workflow_id: number }
  /** Says nothing new. */
  | { readonly kind: 'current'; readonly entry: FeedEntry; readonly taken: Taken }
  /** Has a newer version, and the workflow is as it was taken over. */
  | {
      readonly kind: 'newer'
      readonly entry: FeedEntry
      readonly marks: ContentMarks
      readonly taken: Taken
      readonly workflow: Workflow
    }
  /** Has a newer version, and its owner edited the workflow. */
  | { readonly kind: 'edited'; readonly entry: FeedEntry; readonly marks: ContentMarks; readonly taken: Taken }
  /** Has a newer version, and the workflow was deleted, or is not yours any more. */
  | { readonly kind: 'gone'; readonly entry: FeedEntry; readonly taken: Taken }

const unlessGone = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

const marksOf = async (client: Client, id: number): Promise<ContentMarks> =>
  contentMarks((await client.presets.export({ params: { id } })) as JsonObject)

/** A workflow of one's own that is the entry already, as where both installations came with it. */
async function twinOf(client: Client, { title }: FeedEntry, marks: ContentMarks): Promise<number | null> {
  const { items } = await client.workflows.list({ query: { search: title.slice(0, 200), limit: 20 } })
  for (const { id, name, permissions } of items)
    if (name === title && permissions.includes('edit') && sameMarks(await marksOf(client, id), marks)) return id
  return null
}

/** What to do about one entry. Asks the server only about what is new or has a newer version; `client` has to be exact. */
export async function planEntry(client: Client, entry: FeedEntry, taken: Progress | undefined): Promise<Planned> {
  const marks = contentMarks(entry.preset)
  if (!isTaken(taken)) {
    if (taken !== undefined) return { kind: 'new', entry, marks, begun: taken }
    const workflow_id = await twinOf(client, entry, marks)
    return workflow_id === null ? { kind: 'new', entry, marks, begun: null } : { kind: 'same', entry, workflow_id }
  }
  if (entry.modified <= taken.modified || sameMarks(marks, taken.marks)) return { kind: 'current', entry, taken }
  const workflow = await unlessGone(readSource({ exactClient: client }, taken.workflow_id))
  if (workflow === null) return { kind: 'gone', entry, taken }
  // Its version is older than these marks, so that an edit in between is refused when the update is written.
  const present = await marksOf(client, taken.workflow_id)
  const untouched = workflow.permissions.includes('edit') && isBetween(present, taken.marks, marks)
  return untouched ? { kind: 'newer', entry, marks, taken, workflow } : { kind: 'edited', entry, marks, taken }
}
