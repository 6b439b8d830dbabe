import { afterAll, beforeAll, expect, it } from 'vitest'
import { ImportDoor } from '../testing/import-door.ts'
import { put, spoiled, text, type Spoil } from '../testing/spoiled-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

/** What is refused before anything is looked for in it. */
const refusals: readonly (readonly [what: string, spoil: Spoil, path: string, says: string])[] = [
  [
    '__proto__ as a key of metadata',
    text('{"preset_info"', '{"metadata":{"__proto__":{"admin":true}},"preset_info"'),
    '/metadata/__proto__',
    'not a name',
  ],
  [
    'a key of metadata that reaches the prototype',
    put('/metadata', { constructor: { prototype: {} } }),
    '/metadata/constructor',
    'not a name',
  ],
  [
    '__proto__ as a variable',
    text('{"joint":"nails"}', '{"__proto__":"nails"}'),
    '/workflow/steps/1/decision_options/1/result_action/set_variable/__proto__',
    'not a name',
  ],
  [
    '__proto__ as a translated part',
    text('"connections"', '"translations":{"de":{"steps":{"__proto__":{"name":"x"}}}},"connections"'),
    '/workflow/translations/de/steps/__proto__',
    'not a name',
  ],
  [
    'a key twice',
    text('"name":"Cut boards"', '"name":"Cut boards","name":"Saw"'),
    '/workflow/steps/0/name',
    'there twice',
  ],
  [
    'a key twice, once in disguise',
    text('"name":"Cut boards"', '"name":"Cut boards","n\\u0061me":"Saw"'),
    '/workflow/steps/0/name',
    'there twice',
  ],
  ['half a surrogate pair', text('Cut boards', 'Cut \\ud83e'), '/workflow/steps/0/name', 'half of a surrogate pair'],
  ['NUL', text('Cut boards', 'Cut\\u0000'), '/workflow/steps/0/name', 'U+0000'],
  ['an escape sequence of a terminal', text('Cut boards', '\\u001b[2J'), '/workflow/steps/0/name', 'U+001B'],
  [
    'an infinite number',
    text('"estimated_duration":10', '"estimated_duration":1e999'),
    '/workflow/steps/0/estimated_duration',
    'kept exactly',
  ],
  [
    'a number that loses digits',
    text('"estimated_duration":10', '"estimated_duration":9007199254740993'),
    '/workflow/steps/0/estimated_duration',
    'kept exactly',
  ],
  ['a name of 1,001 characters', put('/metadata', { ['n'.repeat(1001)]: 1 }), '/metadata', '1001 characters'],
]

describeEachEngine('a preset in JSON that could mean two things, or not be kept', engine => {
  let app: TestApp
  let door: ImportDoor
  beforeAll(async () => {
    app = await startTestApp({ engine })
    door = new ImportDoor(app)
  })
  afterAll(() => app.close())

  it.each(refusals)('%s is refused with its place, and nothing is stored', async (_what, spoil, path, says) => {
    const { said, ...tried } = await door.try({ body: spoiled(spoil) }, path)
    expect(tried).toEqual({ status: 422, code: 'request.invalid', isCheckedAlike: true, stored: [] })
    expect(said).toContain(says)
  })

  it('65 levels are refused with their place, and nothing is stored', async () => {
    const body = `{"metadata":${'{"a":'.repeat(64)}1${'}'.repeat(64)}}`
    const { said, ...tried } = await door.try({ body }, `/metadata${'/a'.repeat(63)}`)
    expect(tried).toEqual({ status: 400, code: 'request.too_deep', isCheckedAlike: true, stored: [] })
    expect(said).toContain('64 levels')
  })

  it('takes the words of every object for the names that they are, and gives them back', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const preset = {
      preset_info: { name: '__proto__', tags: names },
      workflow: {
        steps: names.map(name => ({ id: name, name, step_type: 'instruction' })),
        connections: names.slice(1).map((name, n) => ({
          source_step: names[n],
          target_step: name,
          condition: { constructor: 'anna', hasOwnProperty: { exists: true } },
        })),
        outcomes: names.map(name => ({ id: name, name })),
      },
      metadata: { constructor: 'Anna', prototype: 'in cardboard', toString: null, hasOwnProperty: 1 },
    }
    const imported = await door.post('/workflows/import', { body: preset })
    expect(imported.status).toBe(201)
    const { id } = (await imported.json()) as { readonly id: number }
    const file = await app.request(`/api/v1/workflows/${id}/export`, {
      headers: { authorization: `Bearer ${app.admin.token}` },
    })
    expect(await file.json()).toMatchObject({
      preset_info: { name: '__proto__', tags: names },
      workflow: {
        steps: names.map(name => ({ name })),
        connections: [1, 2, 3].map(n => ({
          source_step: n,
          target_step: n + 1,
          condition: { constructor: 'anna', hasOwnProperty: { exists: true } },
        })),
        outcomes: names.map(name => ({ name })),
      },
      metadata: { constructor: 'Anna', prototype: 'in cardboard', toString: null, hasOwnProperty: 1 },
    })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
