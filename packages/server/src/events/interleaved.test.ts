import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newBox } from '../testing/new-box.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { addToOutbox } from './outbox.ts'

/** Something that is held until it is let go. */
const gate = () => {
  let open = () => {}
  const opened = new Promise<void>(resolve => (open = resolve))
  return { open, opened }
}

describe('transactions that commit in another order than they began', () => {
  let app: TestApp
  let client: Client
  beforeAll(async () => {
    app = await startTestApp({ engine: 'postgres' })
    client = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  /** Announces something, and commits when it is let go. */
  const announcing = (name: string) => {
    const wrote = gate()
    const commit = gate()
    const committed = app.context.db.transaction().execute(async tx => {
      const data = { user_id: app.admin.id, workflow_name: name }
      await addToOutbox(tx, [{ type: 'workflow.updated', subject: name, data }])
      wrote.open()
      await commit.opened
    })
    return {
      wrote: wrote.opened,
      commit: async () => {
        commit.open()
        await committed
      },
    }
  }
  const cursor = async () => (await client.events.list({ query: { limit: 100 } })).cursor
  const newSince = async (after: string) => {
    const page = await client.events.list({ query: { after, limit: 100 } })
    return { names: page.items.map(({ subject }) => subject), cursor: page.cursor }
  }

  it('skip nothing: what commits late comes after what was told already', async () => {
    const start = await cursor()
    const [one, two, three] = [announcing('one'), announcing('two'), announcing('three')]
    await one.wrote
    await two.wrote
    await three.wrote
    await three.commit()
    const first = await newSince(start)
    expect(first.names).toEqual(['three'])
    await one.commit()
    const second = await newSince(first.cursor)
    expect(second.names).toEqual(['one'])
    await two.commit()
    const third = await newSince(second.cursor)
    expect(third.names).toEqual(['two'])
    expect((await newSince(start)).names).toEqual(['three', 'one', 'two'])
  })

  it('twenty writers and three readers at once: every reader gets everything once, in one order', async () => {
    const start = await cursor()
    const writers = Array.from({ length: 20 }, async (_, n) => {
      for (let k = 0; k < 5; k++) {
        await app.context.db.transaction().execute(async tx => {
          await addToOutbox(tx, [{ type: 'workflow.updated', subject: `${n}.${k}`, data: { user_id: app.admin.id } }])
          await sql`select pg_sleep(${((n * 7 + k * 3) % 5) / 1000})`.execute(tx)
        })
      }
    })
    const readAll = async () => {
      const names: (string | null)[] = []
      let at = start
      while (names.length < 100) {
        const page = await newSince(at)
        names.push(...page.names)
        at = page.cursor
      }
      return names
    }
    const [first, ...others] = await Promise.all([readAll(), readAll(), readAll()])
    await Promise.all(writers)
    expect(new Set(first).size).toBe(100)
    for (const other of others) expect(other).toEqual(first)
  })

  it('the commands of one run stay in order, also where one began its transaction before the other', async () => {
    const box = await newBox(client)
    const { id } = await client.executions.start({ params: { id: box.id } })
    const early = gate()
    const done = gate()
    // Has its number before the pause is even asked for, and changes the run after it.
    const late = app.context.db.transaction().execute(async tx => {
      await addToOutbox(tx, [{ type: 'workflow.updated', subject: 'early', data: { user_id: app.admin.id } }])
      early.open()
      await done.opened
      const row = await sql<{ version: number }>`
        update workflow_executions set version = version + 1 where id = ${id} returning version`.execute(tx)
      await addToOutbox(tx, [
        {
          type: 'execution.resumed',
          subject: `executions/${id}`,
          execution_id: id,
          workshop_id: 1,
          execution_version: row.rows[0]?.version ?? 0,
          data: {},
        },
      ])
    })
    await early.opened
    await client.executions.pause({ params: { id } })
    done.open()
    await late
    const { items } = await client.events.list({ query: { execution_id: id } })
    expect(items.slice(-2).map(({ type }) => type)).toEqual(['hidesync.execution.paused', 'hidesync.execution.resumed'])
  })
})
