import type { Client } from '@hidesync/contract/client'
import {
  sharePermissions,
  workflowPermissions,
  type Caller,
  type SharePermission,
} from '@hidesync/domain/identity/permissions'
import { visibilities } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { ensureRevision } from './workflow-revision.repository.ts'
import { loadAccess } from './workflow-access.ts'
import { pageQuery } from './workflow-list.reader.ts'

describe.each(['embedded', 'postgres'] as const)('the list of workflows on %s', engine => {
  let app: TestApp
  let admin: Client
  let maker: { readonly client: Client; readonly id: number }
  let other: { readonly client: Client; readonly id: number }
  let workshopId: number

  const newUser = async (email: string) => {
    const { id, token } = await app.createUser({ email })
    return { id, client: app.client(token) }
  }

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
    maker = await newUser('maker@example.org')
    other = await newUser('other@example.org')
    const [workshop] = await app.context.db.selectFrom('workshops').select('id').execute()
    workshopId = workshop?.id ?? 0
  })
  afterAll(() => app.close())

  /** Rows straight into the table: the list is about many. */
  const fill = async (ownerId: number, rows: readonly Record<string, unknown>[]) => {
    const { db } = app.context
    await sql`insert into workflow_contents (content_hash, content)
      values ('empty', '{"steps":[],"connections":[],"outcomes":[]}') on conflict do nothing`.execute(db)
    const { rows: made } = await sql<{ id: number; name: string }>`
      insert into workflows (name, description, created_by, visibility, content_hash, status, is_template, category,
        difficulty_level, estimated_duration, updated_at)
      select p.name, p.description, ${ownerId}, coalesce(p.visibility, 'private'), 'empty', coalesce(p.status, 'draft'),
        coalesce(p.is_template, false), p.category, p.difficulty_level, p.estimated_duration,
        now() - coalesce(p.minutes_ago, 0) * interval '1 minute'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(name text, description text, visibility text, status text,
        is_template boolean, category text, difficulty_level text, estimated_duration double precision, minutes_ago int)
      returning id, name`.execute(db)
    return made
  }
  const clear = () => sql`delete from workflows`.execute(app.context.db)
  const names = async (client: Client, query: Parameters<Client['workflows']['list']>[0] = {}) =>
    (await client.workflows.list(query)).items.map(item => item.name)

  it('is empty where there is nothing', async () => {
    await clear()
    expect(await other.client.workflows.list()).toEqual({ items: [], total: 0, limit: 50, offset: 0, has_more: false })
    expect(await other.client.workflows.templates()).toEqual([])
  })

  it('shows one’s own, public ones and those shared with one or one’s workshops, the last changed first', async () => {
    await clear()
    await fill(maker.id, [
      { name: 'Mine, old', minutes_ago: 30 },
      { name: 'Mine, shared', visibility: 'shared', minutes_ago: 10 },
    ])
    const theirs = await fill(other.id, [
      { name: 'Theirs, private' },
      { name: 'Theirs, public', visibility: 'public', minutes_ago: 20 },
      { name: 'Theirs, shared with me', visibility: 'shared', minutes_ago: 5 },
      { name: 'Theirs, shared with us', visibility: 'shared', minutes_ago: 15 },
      { name: 'Theirs, shared with nobody', visibility: 'shared' },
      { name: 'Theirs, shared once but private now', minutes_ago: 1 },
    ])
    const id = (name: string) => theirs.find(row => row.name === name)?.id ?? 0
    await app.context.db
      .insertInto('workflow_shares')
      .values([
        { workflow_id: id('Theirs, shared with me'), user_id: maker.id, permission: 'execute' },
        { workflow_id: id('Theirs, shared with us'), workshop_id: workshopId, permission: 'edit' },
        { workflow_id: id('Theirs, shared with us'), user_id: maker.id, permission: 'read' },
        { workflow_id: id('Theirs, shared once but private now'), user_id: maker.id, permission: 'edit' },
      ])
      .execute()
    const { items, total } = await maker.client.workflows.list()
    expect(items.map(({ name, permissions }) => [name, permissions.join(' ')])).toEqual([
      ['Theirs, shared with me', 'read execute duplicate'],
      ['Mine, shared', 'read execute duplicate edit delete share publish'],
      ['Theirs, shared with us', 'read execute duplicate edit'],
      ['Theirs, public', 'read execute duplicate'],
      ['Mine, old', 'read execute duplicate edit delete share publish'],
    ])
    expect(total).toBe(5)
    expect((await admin.workflows.list()).total).toBe(8)
    await maker.client.workflows.delete({ params: { id: items[1]?.id ?? 0 } })
    expect(await maker.client.workflows.list()).toMatchObject({ total: 4 })
  })

  it('pages through all of them, each once, in every order and direction', async () => {
    await clear()
    const levels = ['beginner', 'intermediate', 'advanced', 'expert']
    const rows = Array.from({ length: 23 }, (_, i) => ({
      name: `W ${(i * 7) % 23}`,
      visibility: i % 2 === 0 ? 'public' : 'private',
      difficulty_level: levels[i % 5] ?? null,
      estimated_duration: i % 4 === 0 ? null : (i * 5) % 11,
      minutes_ago: i % 6,
    }))
    await fill(maker.id, rows.slice(0, 12))
    await fill(other.id, rows.slice(12))
    const visible = 12 + rows.slice(12).filter(row => row.visibility === 'public').length
    const orders = [
      'name',
      'created_at',
      'updated_at',
      'estimated_duration',
      'difficulty_level',
      'rating',
      'executions',
    ] as const
    for (const order_by of orders)
      for (const order_dir of ['asc', 'desc'] as const) {
        const pages = []
        for (let offset = 0; offset < visible; offset += 5)
          pages.push(await maker.client.workflows.list({ query: { order_by, order_dir, limit: 5, offset } }))
        const all = pages.flatMap(page => page.items)
        expect(new Set(all.map(item => item.id)).size).toBe(visible)
        expect(pages.map(page => [page.total, page.has_more])).toEqual(
          pages.map((_, i) => [visible, (i + 1) * 5 < visible]),
        )
        const sign = order_dir === 'asc' ? 1 : -1
        const key = (item: (typeof all)[number]) =>
          order_by === 'difficulty_level'
            ? item.difficulty_level && levels.indexOf(item.difficulty_level)
            : order_by === 'rating' || order_by === 'executions'
              ? 0
              : order_by === 'name'
                ? item.name.toLowerCase()
                : item[order_by]
        const stated = all.map(key).filter(value => value !== null)
        expect(stated).toEqual(stated.toSorted((a, b) => (a === b ? 0 : (a ?? 0) < (b ?? 0) ? -sign : sign)))
        // What is not stated comes last, whatever the direction.
        expect(all.map(key).slice(0, stated.length)).toEqual(stated)
      }
  })

  it('filters by each field and counts what it filtered', async () => {
    await clear()
    await fill(maker.id, [
      { name: 'A', status: 'active', category: 'Woodworking', difficulty_level: 'expert' },
      { name: 'B', status: 'published', is_template: true, category: 'leatherworking', visibility: 'public' },
    ])
    const list = (query: object) => names(maker.client, { query })
    expect(await list({ status: 'active' })).toEqual(['A'])
    expect(await list({ is_template: true })).toEqual(['B'])
    expect(await list({ is_template: false })).toEqual(['A'])
    expect(await list({ category: 'woodworking' })).toEqual(['A'])
    expect(await list({ difficulty_level: 'expert' })).toEqual(['A'])
    expect(await list({ project_id: 1 })).toEqual([])
    expect(
      await maker.client.workflows.list({ query: { status: 'active', category: 'leatherworking' } }),
    ).toMatchObject({
      items: [],
      total: 0,
    })
    expect((await other.client.workflows.templates()).map(({ name }) => name)).toEqual(['B'])
  })

  it('refuses orders, directions, filters and limits that it does not know', async () => {
    for (const query of [
      'order_by=colour',
      'order_dir=up',
      'status=new',
      'limit=0',
      'limit=101',
      'offset=-1',
      'duration_min=-1',
      'rating_min=6',
      'language=e',
      'visibility=secret',
      'shared_with_me=maybe',
      'created_by=me',
      'tag=',
      'cursor=nonsense',
      `cursor=${Buffer.from('["name","desc","a",1]').toString('base64url')}`,
      `cursor=${Buffer.from('["updated_at","desc","never",1]').toString('base64url')}`,
      `cursor=${Buffer.from('["updated_at","desc",null,1]').toString('base64url')}`,
      `cursor=${Buffer.from('["updated_at","desc","1",1]').toString('base64url')}&offset=1`,
      'colour=red',
    ]) {
      const response = await app.request(`/api/v1/workflows?${query}`, {
        headers: { authorization: `Bearer ${app.admin.token}` },
      })
      const body = (await response.json()) as { readonly code: string; readonly errors: readonly object[] }
      expect([query, response.status, body.code]).toEqual([query, 422, 'request.invalid'])
    }
  })

  it('gives every caller the permissions that the domain gives, over all combinations', async () => {
    await clear()
    const shares: (SharePermission | null)[] = [...sharePermissions, null]
    const combinations = visibilities.flatMap(visibility =>
      shares.flatMap(byUser => shares.map(byWorkshop => ({ visibility, byUser, byWorkshop }))),
    )
    const made = await fill(
      other.id,
      combinations.map(({ visibility }, i) => ({ name: `Combination ${i}`, visibility })),
    )
    const strongest = (a: SharePermission | null, b: SharePermission | null) =>
      shares
        .toReversed()
        .reduce<SharePermission | null>(
          (best, p) => (p !== null && (p === a || p === b) && best === null ? p : best),
          null,
        )
    const callers: Caller[] = [
      { user_id: maker.id, is_superuser: false, roles: { [workshopId]: 'member' }, scope: 'write' },
      { user_id: maker.id, is_superuser: false, roles: {}, scope: 'write' },
      { user_id: maker.id, is_superuser: true, roles: {}, scope: 'write' },
      { user_id: other.id, is_superuser: false, roles: {}, scope: 'write' },
    ]
    for (const [i, { byUser, byWorkshop }] of combinations.entries()) {
      const workflow_id = made.find(row => row.name === `Combination ${i}`)?.id ?? 0
      const rows = [
        ...(byUser === null ? [] : [{ workflow_id, user_id: maker.id, permission: byUser }]),
        ...(byWorkshop === null ? [] : [{ workflow_id, workshop_id: workshopId, permission: byWorkshop }]),
      ]
      if (rows.length > 0) await app.context.db.insertInto('workflow_shares').values(rows).execute()
    }
    for (const caller of callers) {
      const plan = { order_by: 'name', order_dir: 'asc', limit: 100, offset: 0, cursor: null } as const
      const { rows } = await pageQuery(caller, { filter: {}, terms: null, shared: 'unknown' }, plan).execute(
        app.context.db,
      )
      const listed = new Map(
        (JSON.parse(rows[0]?.items ?? '[]') as { name: string; permissions: string[] }[]).map(w => [
          w.name,
          w.permissions,
        ]),
      )
      for (const [i, { visibility, byUser, byWorkshop }] of combinations.entries()) {
        const name = `Combination ${i}`
        const mine = caller.user_id === maker.id
        const shared = strongest(
          mine ? byUser : null,
          caller.roles[String(workshopId)] === undefined ? null : byWorkshop,
        )
        const expected = workflowPermissions(caller, { created_by: other.id, status: 'draft', visibility, shared })
        const id = made.find(row => row.name === name)?.id ?? 0
        const access = await loadAccess(app.context.db, caller, id)
        expect([name, listed.get(name) ?? [], access?.permissions ?? []]).toEqual([name, expected, expected])
      }
    }
  })

  it('reads a page along the indexes, however many workflows there are', async () => {
    await clear()
    const { db } = app.context
    await fill(maker.id, [{ name: 'First', visibility: 'public' }])
    // Searching is not what is looked at here, and would take longest.
    await sql`alter table workflows disable trigger workflow_searched_on_insert`.execute(db)
    await sql`insert into workflows (name, created_by, visibility, content_hash, updated_at)
      select 'Many ' || n, ${other.id}, 'public', 'empty', now() - n * interval '1 minute'
      from generate_series(1, 5000) n`.execute(db)
    await sql`alter table workflows enable trigger workflow_searched_on_insert`.execute(db)
    await sql`analyze`.execute(db)
    const caller: Caller = { user_id: maker.id, is_superuser: false, roles: { [workshopId]: 'member' }, scope: 'write' }
    const orders = [
      'updated_at',
      'created_at',
      'name',
      'estimated_duration',
      'difficulty_level',
      'rating',
      'executions',
    ] as const
    for (const order_by of orders)
      for (const order_dir of ['asc', 'desc'] as const) {
        const plan = { order_by, order_dir, limit: 50, offset: 0, cursor: null }
        const { rows } = await sql<
          Record<string, string>
        >`explain ${pageQuery(caller, { filter: {}, terms: null, shared: 'unknown' }, plan)}`.execute(db)
        const ran = rows.map(row => Object.values(row)[0]).filter(line => line?.includes('never executed') === false)
        const text = ran.join('\n')
        expect([order_by, order_dir, /Seq Scan on workflow(s|_statistics) /.exec(text)?.[0]]).toEqual([
          order_by,
          order_dir,
          undefined,
        ])
      }
    expect(await maker.client.workflows.list({ query: { limit: 1 } })).toMatchObject({ total: 5001, has_more: true })
  })

  it('numbers revisions without gaps or doubles, however many start at once', async () => {
    await clear()
    const [workflow] = await fill(maker.id, [{ name: 'Raced' }])
    if (workflow === undefined) throw new Error('not made')
    const { db } = app.context
    const ensure = (content_hash: string) =>
      db.transaction().execute(tx => ensureRevision(tx, { ...workflow, content_hash }, maker.id))
    await sql`insert into workflow_contents (content_hash, content)
      select 'content ' || n, '{}' from generate_series(1, 4) n on conflict do nothing`.execute(db)
    const hashes = Array.from({ length: 12 }, (_, i) => `content ${1 + (i % 4)}`)
    const revisions = await Promise.all(hashes.map(ensure))
    expect(new Set(revisions.map(({ revision }) => revision))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(revisions.map(({ content_hash, revision }) => `${content_hash} ${revision}`)).size).toBe(4)
    const row = await db
      .selectFrom('workflows')
      .select(['revision', 'version'])
      .where('id', '=', workflow.id)
      .executeTakeFirst()
    expect(row).toEqual({ revision: 4, version: 1 })
  })
})
