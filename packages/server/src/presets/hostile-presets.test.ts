import { afterAll, beforeAll, expect, it } from 'vitest'
import { ImportDoor } from '../testing/import-door.ts'
import { add, put, spoiled, type Spoil } from '../testing/spoiled-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

const condition = '/workflow/connections/0/condition'
const action = '/workflow/steps/1/decision_options/0/result_action'
const nested = (depth: number) => '{"not":'.repeat(depth) + '{"a":1}' + '}'.repeat(depth)

/** What is told as findings, all of them at once, and only reported when asked for beforehand. */
const findings: readonly (readonly [what: string, spoil: Spoil, path: string, says: readonly string[]])[] = [
  // The rules of the specification's own check.
  ['no preset_info', put('/preset_info', undefined), '/preset_info', ['Missing required section: preset_info']],
  ['no workflow', put('/workflow', undefined), '/workflow', ['Missing required section: workflow']],
  ['no name', put('/preset_info/name', undefined), '/preset_info/name', ['must include a name']],
  ['a blank name', put('/preset_info/name', '  '), '/preset_info/name', ['must include a name']],
  ['no steps', put('/workflow/steps', undefined), '/workflow/steps', ['must include steps']],
  ['an empty list of steps', put('/workflow/steps', []), '/workflow/steps', ['must include steps']],
  [
    'a step without a name',
    put('/workflow/steps/2/name', undefined),
    '/workflow/steps/2/name',
    ['Step 3 must have a name'],
  ],
  [
    'a step without a type',
    put('/workflow/steps/2/step_type', undefined),
    '/workflow/steps/2/step_type',
    ['must have a step_type'],
  ],
  [
    'a connection from nowhere',
    put('/workflow/connections/0/source_step', 77),
    '/workflow/connections/0/source_step',
    ['Invalid source step', '77'],
  ],
  [
    'a connection to nowhere',
    put('/workflow/connections/0/target_step', 77),
    '/workflow/connections/0/target_step',
    ['Invalid target step', '77'],
  ],
  // Whatever else names a part of the workflow.
  ['an option whose target is gone', put(action, { goto_step: 99 }), action, ['Option 1 “Dovetails”', '99']],
  ['the same in JSON text', put(action, '{"goto_step": 99}'), action, ['goto_step', '99']],
  ['an option that leads to an object', put(action, { goto_step: { id: 3 } }), action, ['an object']],
  [
    'an option that leads to a word of every object',
    put(action, { goto_step: 'constructor' }),
    action,
    ['"constructor"'],
  ],
  ['an option whose outcome is gone', put(action, { complete_with_outcome: 'Gold' }), action, ['"Gold"', 'no outcome']],
  ['a step whose outcome is gone', put('/workflow/steps/7/outcome', 'Gold'), '/workflow/steps/7/outcome', ['"Gold"']],
  ['a step whose parent is gone', put('/workflow/steps/7/parent_step', 99), '/workflow/steps/7/parent_step', ['99']],
  [
    'a step that is its own parent',
    put('/workflow/steps/7/parent_step', 8),
    '/workflow/steps/7/parent_step',
    ['part of itself'],
  ],
  [
    'a path over a step that is gone',
    add('paths', { name: 'By hand', steps: [{ step: 99 }] }),
    '/workflow/paths/0/steps/0/step',
    ['99'],
  ],
  [
    'a path that names a step twice',
    add('paths', { name: 'By hand', steps: [{ step: 1 }, { step: '1' }] }),
    '/workflow/paths/0/steps/1/step',
    ['twice'],
  ],
  [
    'a translation of nothing',
    put('/workflow/translations', { de: { steps: { 99: { name: 'Säge' } } } }),
    '/workflow/translations/de/steps/99',
    ['no step'],
  ],
  [
    'a translation into the default language',
    put('/workflow/translations', { en: { name: 'Box' } }),
    '/workflow/translations/en',
    ['default language'],
  ],
  ['two steps of one id', put('/workflow/steps/1/id', '1'), '/workflow/steps/1/id', ['same id', 'step 1']],
  [
    'two outcomes of one name',
    put('/workflow/outcomes/1/name', 'SQUARE BOX '),
    '/workflow/outcomes/1/name',
    ['same name'],
  ],
  // The graph.
  [
    'a connection of a step to itself',
    add('connections', { source_step: 1, target_step: 1 }),
    '/workflow/connections/9',
    ['to itself', 'loop'],
  ],
  [
    'a cycle',
    add('connections', { source_step: 5, target_step: 1 }),
    '/workflow/connections/9',
    ['Let glue set', 'cycle'],
  ],
  [
    '5,001 steps',
    put(
      '/workflow/steps',
      Array.from({ length: 5001 }, (_, id) => ({ id, name: `Step ${id}`, step_type: 'instruction' })),
    ),
    '/workflow/steps',
    ['5001', '5000'],
  ],
  [
    '1 million connections',
    put(
      '/workflow/connections',
      Array.from({ length: 1_000_000 }, () => ({})),
    ),
    '/workflow/connections',
    ['1000000', '20000'],
  ],
  [
    '201 outcomes',
    put(
      '/workflow/outcomes',
      Array.from({ length: 201 }, (_, id) => ({ name: `Outcome ${id}` })),
    ),
    '/workflow/outcomes',
    ['201', '200'],
  ],
  // Conditions beyond their limits.
  ['a condition that is no object', put(condition, [1]), condition, ['must be an object', 'a list']],
  ['a condition that is no JSON', put(condition, '{a: 1}'), condition, ['JSON text']],
  ['an unknown operator', put(condition, { size: { near: 1 } }), condition, ['near', 'use eq']],
  [
    'a condition of 3,000 parts',
    put(condition, { any: Array.from({ length: 1500 }, (_, n) => ({ [`v${n}`]: n })) }),
    condition,
    ['2000 parts'],
  ],
  [
    'a condition of 20,001 characters',
    put(condition, JSON.stringify({ a: 'x'.repeat(19_993) })),
    condition,
    ['20001', '20000'],
  ],
  [
    'a condition whose text is nested 65 deep',
    put(condition, nested(64)),
    `${condition}${'/not'.repeat(64)}`,
    ['64 levels'],
  ],
  ['a condition with a name twice', put(condition, '{"a": 1, "a": 2}'), condition, ['“a” is there twice']],
  ['a condition with an infinite number', put(condition, '{"a": 1e999}'), condition, ['cannot be kept exactly']],
  ['a condition on __proto__', put(condition, '{"__proto__": {"in": [1]}}'), condition, ['“__proto__”', 'not a name']],
  [
    'an action that sets __proto__',
    put(action, '{"set_variable": {"__proto__": {"admin": true}}}'),
    action,
    ['“__proto__”'],
  ],
  ['half a surrogate pair in a condition', put(condition, '{"a": "\\ud800"}'), `${condition}/a`, ['surrogate']],
  ['NUL in a condition', put(condition, '{"a": "\\u0000"}'), `${condition}/a`, ['control character']],
  ['an unknown action', put(action, { goto_url: 'http://127.0.0.1' }), action, ['goto_url']],
  // Values.
  [
    'an unknown field',
    put('/workflow/steps/2/onload', 'alert(1)'),
    '/workflow/steps/2/onload',
    ['unknown field', '"onload"'],
  ],
  ['a field that every object has', put('/hasOwnProperty', 1), '/hasOwnProperty', ['unknown field']],
  [
    'an unknown step type',
    put('/workflow/steps/2/step_type', 'constructor'),
    '/workflow/steps/2/step_type',
    ['"constructor"', 'instruction'],
  ],
  [
    'an unknown connection type',
    put('/workflow/connections/0/connection_type', 'teleport'),
    '/workflow/connections/0/connection_type',
    ['"teleport"'],
  ],
  ['an id with a fraction', put('/workflow/steps/0/id', 1.5), '/workflow/steps/0/id', ['whole number', '1.5']],
  ['an id of 201 characters', put('/workflow/steps/0/id', 'x'.repeat(201)), '/workflow/steps/0/id', ['short text']],
  [
    'a name of 201 characters',
    put('/workflow/steps/0/name', 'x'.repeat(201)),
    '/workflow/steps/0/name',
    ['201', '200'],
  ],
  ['a name of two lines', put('/workflow/steps/0/name', 'Cut\nboards'), '/workflow/steps/0/name', ['single line']],
  [
    'a duration beyond all days',
    put('/workflow/steps/0/estimated_duration', 86_401),
    '/workflow/steps/0/estimated_duration',
    ['0 to 86,400', '86401'],
  ],
  ['a negative lag', put('/workflow/connections/0/min_lag', -1), '/workflow/connections/0/min_lag', ['-1']],
  [
    'an order beyond the database’s',
    put('/workflow/steps/0/display_order', 2_147_483_648),
    '/workflow/steps/0/display_order',
    ['2,147,483,647'],
  ],
  ['steps that are an object', put('/workflow/steps', { length: 3 }), '/workflow/steps', ['must be a list']],
  [
    'steps that are no objects',
    put('/workflow/steps', [null, 7, 'cut', []]),
    '/workflow/steps/1',
    ['Step 2', 'must be an object', '7'],
  ],
  ['a preset that is a list', () => [], '', ['must be an object', 'a list']],
  ['metadata that is a text', put('/metadata', 'mine'), '/metadata', ['must be an object']],
]

describeEachEngine('a preset with something wrong in it', engine => {
  let app: TestApp
  let door: ImportDoor
  beforeAll(async () => {
    app = await startTestApp({ engine })
    door = new ImportDoor(app)
  })
  afterAll(() => app.close())

  it.each(findings)('%s is told with its place, and nothing is stored', async (_what, spoil, path, says) => {
    const { said, ...tried } = await door.try({ body: spoiled(spoil) }, path)
    expect(tried).toEqual({ status: 400, code: 'preset.invalid', isCheckedAlike: true, stored: [] })
    for (const word of says) expect(said).toContain(word)
  })
})
