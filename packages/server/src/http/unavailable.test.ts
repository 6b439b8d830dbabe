import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

/** Ends the connection that waits for a lock, as soon as there is one. */
async function endWhoWaits(db: Database): Promise<void> {
  const { rows } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(db)
  if (rows.length === 0) return endWhoWaits(db)
}

describe('a database that goes away', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ engine: 'postgres' })
  })
  afterAll(() => app.close())

  it('is told as what it is, worth another try, and the next request finds it again', async () => {
    const { db } = app.context
    const ask = () => send(app, '/workshops', { method: 'GET' })
    let letGo = () => {}
    const ended = new Promise<void>(resolve => (letGo = resolve))
    let asked: Promise<Response> | null = null
    const holding = db.transaction().execute(async tx => {
      await sql`lock table workshops in access exclusive mode`.execute(tx)
      asked = ask()
      await ended
    })
    await endWhoWaits(db)
    letGo()
    await holding
    const told = await refusalOf(await (asked ?? ask()))
    expect(told).toMatchObject({
      status: 503,
      code: 'server.unavailable',
      detail: 'The database does not answer at the moment. Try again soon.',
    })
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask()).status).toBe(200)
  })
})
