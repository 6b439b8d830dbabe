import type { Client } from '@hidesync/contract/client'
import { boxPreset } from './box-preset.ts'
import { startTestApp, type TestApp } from './test-app.ts'

/** Somebody who makes workflows. */
export interface Maker {
  readonly client: Client
  readonly id: number
}

/** A server, its superuser, and two people. */
export async function startWithMakers() {
  const app = await startTestApp()
  const newMaker = async (): Promise<Maker> => {
    const { id, token } = await app.createUser()
    return { id, client: app.client(token) }
  }
  return { app, admin: app.client(app.admin.token), maker: await newMaker(), other: await newMaker() }
}

let made = 0
export const newName = () => `Piece ${++made}`

/** A draft with a graph. */
export const draftBox = (client: Client, name = newName()) => client.presets.import({ body: boxPreset(name) })

/** What the world outside was told of a workflow, in order. */
export async function eventsOf(app: TestApp, workflow_id: number): Promise<readonly string[]> {
  const rows = await app.context.db
    .selectFrom('outbox')
    .select('type')
    .where('workflow_id', '=', workflow_id)
    .orderBy('id')
    .execute()
  return rows.map(({ type }) => type)
}
