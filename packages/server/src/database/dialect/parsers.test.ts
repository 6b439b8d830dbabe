import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeEachEngine, openTestDatabase, type TestDatabase } from '../../testing/test-database.ts'

describeEachEngine('values from the database', engine => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(engine)
  })
  afterAll(() => database.close())

  const first = async (expression: ReturnType<typeof sql>) =>
    (await sql<{ value: unknown }>`select ${expression} as value`.execute(database.db)).rows[0]?.value

  it.each([
    ['int8', sql`9007199254740991::int8`, 9007199254740991],
    ['int8[] with null', sql`array[1, null, -5]::int8[]`, [1, null, -5]],
    [
      'nested int4[]',
      sql`array[[1,2],[3,4]]`,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['float8', sql`0.1::float8`, 0.1],
    ['boolean', sql`false`, false],
    ['numeric stays text', sql`1.50::numeric(6,2)`, '1.50'],
    ['count(*) is a number', sql`(select count(*) from enum_value_workflow_status)`, 5],
    ['timestamptz', sql`'2024-02-29 12:34:56.789+02'::timestamptz`, new Date('2024-02-29T10:34:56.789Z')],
    ['timestamptz[]', sql`array['2024-02-29 12:00+00']::timestamptz[]`, [new Date('2024-02-29T12:00:00Z')]],
    ['jsonb', sql`'{"b": [1, "x", null], "a": {}}'::jsonb`, { a: {}, b: [1, 'x', null] }],
    ['jsonb holding a text', sql`'"text"'::jsonb`, 'text'],
    [
      'text[] with quotes',
      sql`array['a,b', 'say "hi"', 'back\\slash', 'NULL', '']`,
      ['a,b', 'say "hi"', 'back\\slash', 'NULL', ''],
    ],
    ['bytea', sql`'\\x00ff'::bytea`, new Uint8Array([0, 255])],
    ['null', sql`null::int8`, null],
    ['date stays text', sql`'2024-02-29'::date`, '2024-02-29'],
  ])('reads %s', async (_name, expression, expected) => {
    expect(await first(expression)).toEqual(expected)
  })

  it.each([
    ['an int8 beyond what a number holds', sql`9007199254740992::int8`, '9007199254740992'],
    ['one inside an array', sql`array[1, 9223372036854775807]::int8[]`, '9223372036854775807'],
    ['an infinite time', sql`'infinity'::timestamptz`, 'infinity'],
  ])('refuses %s instead of rounding it', async (_name, expression, text) => {
    await expect(first(expression)).rejects.toThrow(text)
    expect(await first(sql`1`)).toBe(1)
  })

  it.each([
    ['text', 'ä "quoted" \\ , {} NULL 😀', sql`text`],
    ['a number', 12.5, sql`float8`],
    ['a boolean', true, sql`boolean`],
    ['a date', new Date(1_700_000_000_123), sql`timestamptz`],
    ['bytes', new Uint8Array([1, 2, 250]), sql`bytea`],
    ['null', null, sql`text`],
    ['ids', [1, 2, 3], sql`int8[]`],
    ['no ids', [], sql`int8[]`],
    ['texts', ['a"b', 'c\\d', 'e,f', '{', 'NULL', ''], sql`text[]`],
    ['flags and nothing', [true, null, false], sql`boolean[]`],
  ])('takes %s as a parameter and gives it back', async (_name, value, type) => {
    expect(await first(sql`${value}::${type}`)).toEqual(value)
  })

  it('refuses an object as a parameter, saying how JSON is passed', async () => {
    await expect(first(sql`${{ a: 1 }}::jsonb`)).rejects.toThrow('JSON.stringify')
  })

  it('takes a list given for jsonb as an array literal, which jsonb refuses', async () => {
    await expect(first(sql`${[1, 2]}::jsonb`)).rejects.toMatchObject({ code: '22P02' })
  })
})
