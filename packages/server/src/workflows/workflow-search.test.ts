import type { Client } from '@hidesync/contract/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

type Query = NonNullable<NonNullable<Parameters<Client['workflows']['list']>[0]>['query']>

describeEachEngine('finding workflows', engine => {
  let app: TestApp
  let maker: { readonly client: Client; readonly id: number }
  let other: { readonly client: Client; readonly id: number }

  const newUser = async (email: string) => {
    const { id, token } = await app.createUser({ email })
    return { id, client: app.client(token) }
  }
  beforeAll(async () => {
    app = await startTestApp({ engine })
    maker = await newUser('maker@example.org')
    other = await newUser('other@example.org')
  })
  beforeEach(() => sql`delete from workflows`.execute(app.context.db))
  afterAll(() => app.close())

  const make = async (client: Client, name: string, fields: object = {}) =>
    (await client.workflows.create({ body: { name, ...fields } })).id
  const page = (query: Query, client = maker.client) => client.workflows.list({ query })
  const names = async (query: Query, client = maker.client) => (await page(query, client)).items.map(({ name }) => name)
  const search = (text: string, query: Query = {}) => names({ search: text, ...query })

  it('searches words and their beginnings, without regard to case, accents or a slip', async () => {
    await make(maker.client, 'Étui à lunettes', { description: 'Leather, saddle-stitched', default_locale: 'fr' })
    await make(maker.client, 'Bifold wallet', { description: '100% vegetable tanned', tags: ['gift'] })
    expect(await search('ETUI')).toEqual(['Étui à lunettes'])
    expect(await search('étui LEATH')).toEqual(['Étui à lunettes'])
    expect(await search('stitched')).toEqual(['Étui à lunettes'])
    expect(await search('leather wallet')).toEqual([])
    for (const slip of ['walet', 'walllet', 'wallat', 'wlalet', 'bifold walet'])
      expect([slip, await search(slip)]).toEqual([slip, ['Bifold wallet']])
    expect(await search('lunetets')).toEqual(['Étui à lunettes'])
    expect(await search('basket')).toEqual([])
    expect(await search('gifts')).toEqual(['Bifold wallet'])
    expect(await search('100%')).toEqual(['Bifold wallet'])
    for (const signs of ['_', '%', '& | !', '\\', "'':*"]) expect([signs, await search(signs)]).toEqual([signs, []])
    expect(await search("'; drop table workflows; --")).toEqual([])
    expect(await search(' ')).toHaveLength(2)
  })

  it('finds other forms of a word in the languages of text and reader', async () => {
    await make(maker.client, 'Schneidbretter', { default_locale: 'de', description: 'Aus Ahornholz geleimt' })
    await make(maker.client, 'Ceinture tannée', { default_locale: 'fr' })
    await make(maker.client, 'Cinturones cosidos', { default_locale: 'es' })
    await make(maker.client, 'Carving knives', { default_locale: 'en' })
    const inLanguage = async (locale: string, text: string) => {
      const response = await app.request(`/api/v1/workflows?search=${encodeURIComponent(text)}&locale=${locale}`, {
        headers: { authorization: `Bearer ${await app.tokenFor(maker.id)}` },
      })
      return ((await response.json()) as { items: { name: string }[] }).items.map(({ name }) => name)
    }
    expect(await inLanguage('de', 'Schneidbrettes')).toEqual(['Schneidbretter'])
    expect(await inLanguage('fr', 'tannées')).toEqual(['Ceinture tannée'])
    expect(await inLanguage('es', 'cosidas cinturón')).toEqual(['Cinturones cosidos'])
    expect(await inLanguage('en', 'carved')).toEqual(['Carving knives'])
  })

  it('looks into steps, materials, outcomes and translations, and forgets what is gone', async () => {
    const { db } = app.context
    const id = await make(maker.client, 'A box')
    await db.transaction().execute(async tx => {
      const step = await tx
        .insertInto('workflow_steps')
        .values({ workflow_id: id, name: 'Rabbet the edges', instructions: 'Set the fence of the plane' })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('workflow_step_resources')
        .values({ step_id: step.id, resource_type: 'material', name: 'Walnut board' })
        .execute()
      await tx.insertInto('workflow_outcomes').values({ workflow_id: id, name: 'Oiled keepsake' }).execute()
      await tx
        .insertInto('workflow_translations')
        .values({ workflow_id: id, locale: 'de', field_name: 'name', translated_value: 'Ein Kästchen' })
        .execute()
      await tx
        .updateTable('workflows')
        .set({ version: sql`version + 1` })
        .where('id', '=', id)
        .execute()
    })
    for (const text of ['rabbet', 'fence plane', 'walnut', 'keepsake', 'kastchen', 'wallnut'])
      expect([text, await search(text)]).toEqual([text, ['A box']])
    await maker.client.workflows.update({ params: { id }, body: { name: 'A chest' } })
    expect([await search('chest'), await search('box')]).toEqual([['A chest'], []])
    await maker.client.workflows.delete({ params: { id } })
    expect(await search('chest')).toEqual([])
    expect(await db.selectFrom('workflow_search').selectAll().where('workflow_id', '=', id).execute()).toEqual([])
  })

  it('orders hits by where the words stand, unless another order is asked for', async () => {
    await make(maker.client, 'Tool roll', { description: 'Holds a knife and two awls' })
    await make(maker.client, 'Paring knife')
    await make(maker.client, 'Knife')
    await make(maker.client, 'Sheath', { tags: ['knife'] })
    expect(await search('knife')).toEqual(['Knife', 'Paring knife', 'Sheath', 'Tool roll'])
    expect(await search('knife', { order_by: 'relevance', order_dir: 'asc' })).toEqual([
      'Tool roll',
      'Sheath',
      'Paring knife',
      'Knife',
    ])
    expect(await search('knife', { order_by: 'name', order_dir: 'asc' })).toEqual([
      'Knife',
      'Paring knife',
      'Sheath',
      'Tool roll',
    ])
    expect(await search('knife', { order_by: 'created_at' })).toEqual(['Sheath', 'Knife', 'Paring knife', 'Tool roll'])
    expect(await names({ order_by: 'relevance' })).toEqual(['Sheath', 'Knife', 'Paring knife', 'Tool roll'])
  })

  it('shows nobody what they may not read, and takes what is no longer shared away at once', async () => {
    const id = await make(maker.client, 'Secret saddle', { tags: ['secret'], category: 'Hidden' })
    const found = async () => {
      const [hits, slips, filtered, shared, facets] = [
        await page({ search: 'saddle' }, other.client),
        await page({ search: 'sadlde' }, other.client),
        await page({ tag: 'secret' }, other.client),
        await page({ shared_with_me: true }, other.client),
        await other.client.workflows.facets({ query: { search: 'saddle' } }),
      ]
      return [hits.total, slips.total, filtered.items.length, shared.total, facets.total, facets.category.length]
    }
    const nothing = [0, 0, 0, 0, 0, 0]
    expect(await found()).toEqual(nothing)
    await app.context.db
      .insertInto('workflow_shares')
      .values({ workflow_id: id, user_id: other.id, permission: 'read' })
      .execute()
    expect(await found()).toEqual(nothing)
    await maker.client.workflows.update({ params: { id }, body: { visibility: 'shared' } })
    expect(await found()).toEqual([1, 1, 1, 1, 1, 1])
    expect((await page({}, other.client)).total).toBe(1)
    await app.context.db.deleteFrom('workflow_shares').execute()
    expect(await found()).toEqual(nothing)
    expect((await page({}, other.client)).total).toBe(0)
    await maker.client.workflows.update({ params: { id }, body: { visibility: 'public' } })
    expect(await found()).toEqual([1, 1, 1, 0, 1, 1])
    await maker.client.workflows.update({ params: { id }, body: { visibility: 'private' } })
    expect(await found()).toEqual(nothing)
  })

  it('finds the same when very much is shared with somebody', async () => {
    const { db } = app.context
    await sql`insert into workflows (name, created_by, visibility, content_hash, estimated_duration, tags)
      select 'Belt ' || n, ${maker.id}, 'shared', (select content_hash from workflow_contents limit 1), n % 7, '{belts}'
      from generate_series(1, 320) n`.execute(db)
    await make(maker.client, 'Not for others', { visibility: 'shared' })
    await sql`insert into workflow_shares (workflow_id, user_id, permission)
      select id, ${other.id}, 'read' from workflows where name like 'Belt%'`.execute(db)
    for (const query of [
      {},
      { order_by: 'estimated_duration' },
      { order_by: 'executions' },
      { search: 'belt' },
      { shared_with_me: true },
    ] as const) {
      const seen = new Set<number>()
      let cursor: string | undefined
      do {
        const { items, next_cursor, total } = await page(
          { ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
          other.client,
        )
        expect(total).toBe(320)
        for (const item of items) seen.add(item.id)
        cursor = next_cursor
      } while (cursor !== undefined)
      expect([query, seen.size]).toEqual([query, 320])
    }
  })

  it('filters by what belongs to a workflow, all of it at once', async () => {
    await make(maker.client, 'A', {
      category: 'Möbel',
      tags: ['Gift', 'oak'],
      estimated_duration: 30,
      default_locale: 'de-AT',
    })
    const b = await make(maker.client, 'B', { tags: ['gift'], estimated_duration: 60, visibility: 'public' })
    await make(other.client, 'C', { visibility: 'public', category: 'mobel' })
    await app.context.db
      .updateTable('workflows')
      .set({ rating_average: 4.5, rating_count: 2, locales: ['fr'] })
      .where('id', '=', b)
      .execute()
    const sorted = (query: Query) => names({ order_by: 'name', order_dir: 'asc', ...query })
    expect(await sorted({ category: ' MOBEL ' })).toEqual(['A', 'C'])
    expect(await sorted({ tag: 'gift' })).toEqual(['A', 'B'])
    expect(await sorted({ tag: 'gift,OAK' })).toEqual(['A'])
    expect(await sorted({ tag: ['gift', 'oak'] })).toEqual(['A'])
    expect(await sorted({ language: 'de' })).toEqual(['A'])
    expect(await sorted({ language: 'DE-at' })).toEqual(['A'])
    expect(await sorted({ language: 'fr' })).toEqual(['B'])
    expect(await sorted({ language: 'en' })).toEqual(['B', 'C'])
    expect(await sorted({ duration_min: 30, duration_max: 59.5 })).toEqual(['A'])
    expect(await sorted({ duration_min: 60 })).toEqual(['B'])
    expect(await sorted({ rating_min: 4.5 })).toEqual(['B'])
    expect(await sorted({ rating_min: 4.6 })).toEqual([])
    expect(await sorted({ created_by: other.id })).toEqual(['C'])
    expect(await sorted({ visibility: 'private' })).toEqual(['A'])
    expect(await sorted({ visibility: 'public', category: 'möbel' })).toEqual(['C'])
    expect(await sorted({ search: 'gift', duration_max: 30, status: 'draft' })).toEqual(['A'])
    expect(await page({ tag: 'gift', language: 'en' })).toMatchObject({ total: 1, has_more: false })
    const repeated = await app.request('/api/v1/workflows?tag=gift&tag=oak', {
      headers: { authorization: `Bearer ${await app.tokenFor(maker.id)}` },
    })
    expect(((await repeated.json()) as { total: number }).total).toBe(1)
  })

  it('orders by rating and by the number of executions', async () => {
    const { db } = app.context
    for (const [name, stars] of [
      ['Good', 5],
      ['Fair', 3],
      ['Unrated', null],
    ] as const) {
      const id = await make(maker.client, name)
      await db
        .updateTable('workflows')
        .set({ rating_average: stars, rating_count: stars === null ? 0 : 1 })
        .where('id', '=', id)
        .execute()
      await db
        .updateTable('workflow_statistics')
        .set({ total_executions: name === 'Fair' ? 3 : name === 'Good' ? 1 : 0 })
        .where('workflow_id', '=', id)
        .execute()
    }
    expect(await names({ order_by: 'rating' })).toEqual(['Good', 'Fair', 'Unrated'])
    expect(await names({ order_by: 'rating', order_dir: 'asc' })).toEqual(['Fair', 'Good', 'Unrated'])
    const { items } = await page({ order_by: 'executions' })
    expect(items.map(item => [item.name, item.execution_count])).toEqual([
      ['Fair', 3],
      ['Good', 1],
      ['Unrated', 0],
    ])
    expect(await names({ order_by: 'executions', order_dir: 'asc' })).toEqual(['Unrated', 'Good', 'Fair'])
  })

  it('goes on behind a cursor in every order, each workflow once, whatever is added meanwhile', async () => {
    const { db } = app.context
    await sql`insert into workflows (name, created_by, visibility, content_hash, estimated_duration, difficulty_level, rating_average,
        rating_count, created_at, updated_at)
      select 'Knife ' || n, case when n % 2 = 0 then ${maker.id}::int8 else ${other.id}::int8 end, 'public',
        (select content_hash from workflow_contents limit 1),
        nullif(n % 4, 0), (array['beginner', 'expert', null])[1 + n % 3], nullif(n % 6, 0), case when n % 6 = 0 then 0 else 1 end,
        now() - (n % 5) * interval '1.000001 seconds', now() - (n % 4) * interval '1 second'
      from generate_series(1, 19) n`.execute(db)
    await sql`update workflow_statistics set total_executions = workflow_id % 3`.execute(db)
    const orders = [
      'name',
      'created_at',
      'updated_at',
      'estimated_duration',
      'difficulty_level',
      'rating',
      'executions',
      'relevance',
    ] as const
    let added = 0
    for (const order_by of orders)
      for (const order_dir of ['asc', 'desc'] as const) {
        const query: Query = { order_by, order_dir, ...(order_by === 'relevance' ? { search: 'knife' } : {}) }
        const all = (await page({ ...query, limit: 100 })).items.map(({ id }) => id)
        const walked: number[] = []
        let cursor: string | undefined
        do {
          const { items, has_more, next_cursor } = await page({
            ...query,
            limit: 5,
            ...(cursor === undefined ? {} : { cursor }),
          })
          walked.push(...items.map(({ id }) => id))
          expect(has_more).toBe(next_cursor !== undefined)
          cursor = next_cursor
          if (walked.length === 5)
            await make(maker.client, `Added knife ${++added}`, { difficulty_level: 'advanced', estimated_duration: 2 })
        } while (cursor !== undefined)
        expect([order_by, order_dir, new Set(walked).size]).toEqual([order_by, order_dir, walked.length])
        expect([order_by, order_dir, walked.filter(id => all.includes(id))]).toEqual([order_by, order_dir, all])
      }
  })

  it('refuses a cursor of another order, and offsets beside one', async () => {
    for (const name of ['A', 'B']) await make(maker.client, name)
    const { next_cursor = '' } = await page({ limit: 1, order_by: 'name' })
    await expect(page({ cursor: next_cursor, order_by: 'created_at' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('another order') as string,
    })
    await expect(page({ cursor: next_cursor, order_by: 'name', offset: 1 })).rejects.toMatchObject({ status: 422 })
  })

  it('counts facets of what a list with the same filters shows', async () => {
    await make(maker.client, 'A', {
      category: 'Wood',
      tags: ['Gift', 'oak'],
      estimated_duration: 60,
      difficulty_level: 'expert',
      default_locale: 'de-AT',
    })
    await make(maker.client, 'B', { category: 'wood', tags: ['gift'], estimated_duration: 90 })
    await make(other.client, 'C', { category: 'Metal', visibility: 'public', difficulty_level: 'expert' })
    await make(other.client, 'D', { category: 'Hidden' })
    const facets = await maker.client.workflows.facets()
    expect(facets).toMatchObject({
      total: 3,
      total_is_minimum: false,
      status: [{ value: 'draft', count: 3 }],
      difficulty_level: [{ value: 'expert', count: 2 }],
      language: [
        { value: 'en', count: 2 },
        { value: 'de', count: 1 },
      ],
    })
    expect(facets.category.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([
      ['wood', 2],
      ['metal', 1],
    ])
    expect(facets.tag.map(({ value, count }) => [value.toLowerCase(), count])).toEqual([
      ['gift', 2],
      ['oak', 1],
    ])
    for (const { min, max, count } of facets.duration)
      expect((await page({ duration_min: min, ...(max === null ? {} : { duration_max: max }) })).total).toBe(count)
    const narrowed = await maker.client.workflows.facets({ query: { tag: 'oak', search: 'A' } })
    expect([narrowed.total, narrowed.tag.length]).toEqual([1, 2])
    expect(await maker.client.workflows.facets({ query: { search: '%' } })).toMatchObject({ total: 0, category: [] })
  })

  it('lists templates by the same filters', async () => {
    const id = await make(maker.client, 'Oak box', { visibility: 'public', is_template: true, tags: ['oak'] })
    await app.context.db.updateTable('workflows').set({ status: 'published' }).where('id', '=', id).execute()
    await make(maker.client, 'Oak stool', { visibility: 'public', tags: ['oak'] })
    const templates = async (query: object) =>
      (await other.client.workflows.templates({ query })).map(({ name }) => name)
    expect(await templates({ tag: 'oak', search: 'bxo' })).toEqual([])
    expect(await templates({ tag: 'oak', search: 'box', language: 'en', order_by: 'executions' })).toEqual(['Oak box'])
    expect(await templates({ tag: 'pine' })).toEqual([])
  })
})
