import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApiError, createClient, type Client } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { openDatabase } from '@hidesync/server/database/open-database'
import { openTestDatabase } from '@hidesync/server/testing/test-database'
import { describe, expect, it } from 'vitest'
import { admin, startServer } from '../support/server-process.ts'
import { expectConsistent } from './crash-consistency.ts'

const kills = 10
const makers = 4

/** Version of each execution that the server has acknowledged. */
type Acknowledged = Map<number, number>

const signIn = async (url: string): Promise<Client> => {
  const { access_token } = await createClient({ baseUrl: url }).auth.token({ body: admin })
  return createClient({ baseUrl: url, token: () => access_token })
}

const isDown = (error: unknown) => error instanceof ApiError && error.status === 0

/** One maker: starts runs, completes and undoes steps, as fast as the server answers, until it is gone. */
async function work(client: Client, workflowId: number, acknowledged: Acknowledged, maker: number): Promise<void> {
  const note = (execution: Execution) => {
    acknowledged.set(execution.id, Math.max(execution.version, acknowledged.get(execution.id) ?? 0))
    return execution
  }
  try {
    for (let run = 0; run < 1000; run++) {
      let execution = await client.executions.start({ params: { id: workflowId } })
      note(execution)
      for (let turn = 0; turn < 40 && execution.status === 'active'; turn++) {
        const step_id = execution.current_step_id ?? execution.available_steps[0]
        if (step_id === undefined) break
        const params = { id: execution.id, step_id }
        const options = { idempotencyKey: `maker-${maker}-${execution.id}-${execution.version}` }
        execution =
          turn % 5 === 4
            ? await client.executions.undo({ params: { id: execution.id } }, options)
            : await client.executions.complete({ params, body: { notes: `turn ${turn}`, override: true } }, options)
        note(execution)
        if (turn % 3 === 0) {
          const timer = { params: { id: execution.id }, body: { minutes: 5 } }
          execution = note(await client.timers.start(timer, { idempotencyKey: `${options.idempotencyKey}-timer` }))
        }
      }
    }
  } catch (error) {
    // A decision that has to be made, or a verdict: the run is left where it is.
    if (error instanceof ApiError && [400, 409].includes(error.status))
      return work(client, workflowId, acknowledged, maker)
    if (!isDown(error)) throw error
  }
}

/** Kills the server again and again under load; afterwards everything acknowledged is there, whole. */
async function killUnderLoad(env: Record<string, string>): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Map()
  for (let round = 0; round < kills; round++) {
    const server = await startServer({ env })
    try {
      const client = await signIn(server.url)
      const { items } = await client.workflows.list({ query: { search: 'wallet' } })
      const workflowId = items[0]?.id
      if (workflowId === undefined) throw new Error('the sample presets are not there')
      const load = Array.from({ length: makers }, (_, maker) =>
        work(client, workflowId, acknowledged, round * makers + maker),
      )
      await new Promise(resolve => setTimeout(resolve, 300 + ((round * 137) % 500)))
      await server.kill()
      await Promise.all(load)
    } finally {
      await server.kill()
    }
  }
  expect(acknowledged.size).toBeGreaterThan(kills)
  return acknowledged
}

describe('kill -9 under load', () => {
  it(`loses nothing acknowledged and leaves nothing half-done in the embedded database, ${kills} times`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hidesync-crash-'))
    try {
      const acknowledged = await killUnderLoad({ DATA_DIR: folder })
      const database = await openDatabase({ dataDir: folder, onFatal: error => expect.fail(String(error)) })
      try {
        const versions = await expectConsistent(database.db)
        for (const [id, version] of acknowledged)
          expect(versions.get(id), `execution ${id}`).toBeGreaterThanOrEqual(version)
      } finally {
        await database.close()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it(`loses nothing acknowledged and leaves nothing half-done in PostgreSQL, ${kills} times`, async () => {
    const database = await openTestDatabase('postgres')
    try {
      if (database.url === undefined) throw new Error('a PostgreSQL test database has an address')
      const acknowledged = await killUnderLoad({ DATABASE_URL: database.url })
      const versions = await expectConsistent(database.db)
      for (const [id, version] of acknowledged)
        expect(versions.get(id), `execution ${id}`).toBeGreaterThanOrEqual(version)
    } finally {
      await database.close()
    }
  })
})
