import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { ImportDoor, type SentFile } from '../testing/import-door.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

const preset = () => JSON.stringify(boxPreset('Never imported'))
const steps = 'workflow:\n  steps:\n    - {id: 1, name: Cut, step_type: instruction}\n'
const bpmn = (process: string) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
<process id="p" name="Glue up">${process}</process></definitions>`
const page = (data: string) =>
  `<!doctype html><title>How to</title><script type="application/ld+json">${data}</script><h1>How to</h1>`
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

type Row = readonly [what: string, body: string | Uint8Array, ...says: string[]]

const yaml: readonly Row[] = [
  ['aliases that grow', 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n', 'anchors and aliases', 'line 2'],
  ['an alias to itself', 'a: &a [*a]\n', 'anchors and aliases', 'line 1'],
  ['a merge key', `preset_info: {name: Box}\nworkflow:\n  steps:\n    - <<: {id: 1}\n`, '“<<”', 'line 4'],
  ['a tag that makes a function', "preset_info:\n  name: !!js/function 'function(){}'\n", 'js/function', 'line 2'],
  ['a tag that runs a command', 'preset_info: !!python/object/apply:os.system ["ls"]\n', 'os.system', 'line 1'],
  ['a tag of its own', `preset_info:\n  name: !secret Box\n${steps}`, '!secret', 'line 2'],
  ['a tag that makes bytes', `preset_info:\n  name: !!binary R0lGODlh\n${steps}`, 'binary', 'line 2'],
  ['a tag that makes a set', 'preset_info: {name: Box}\nworkflow: !!set {a, b}\n', 'set', 'line 2'],
  ['a name twice', 'preset_info:\n  name: Box\n  name: Chest\n', '“name” twice', 'line 3'],
  ['a name that is an object', '? {a: 1}\n: 2\n', 'no text', 'line 1'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'multiple documents', 'line 2'],
  ['an unknown version', '%YAML 9.9\n---\na: 1\n', '9.9', 'line 1'],
  ['tabs for spaces', 'a:\n\t- b\n', 'not valid YAML', 'line 2'],
  ['no end of nesting', '['.repeat(5000), 'nested too deeply'],
  ['UTF-16', utf16('a: 1'), 'not UTF-8'],
  ['NUL', 'a: "\0"', 'NUL'],
  ['nothing', ' \n', 'empty'],
]
const xml: readonly Row[] = [
  [
    'entities that grow',
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>',
    'entities',
    'line 2',
  ],
  ['a document type elsewhere', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', 'document type', 'line 1'],
  [
    'an entity that is a file',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'entities',
    'line 1',
  ],
  [
    'another file',
    bpmn(
      '<task id="a" name="Cut"/></process><import location="http://127.0.0.1:9/x" importType="x" namespace="y"/><process id="q">',
    ),
    'other files',
    'line 3',
  ],
  [
    'a file to be included',
    bpmn('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
    'other files',
    'line 3',
  ],
  ['a tag that is not closed', bpmn('\n<task id="a" name="Cut">\n'), 'no BPMN 2.0', 'line 5'],
  [
    'a flow to nowhere',
    bpmn('<task id="a" name="Cut"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/>'),
    '“f”',
    'leads to',
  ],
  [
    'a flow from nowhere',
    bpmn('<task id="a" name="Cut"/><sequenceFlow id="f" sourceRef="b" targetRef="a"/>'),
    '“f”',
    'comes from',
  ],
  [
    'a flow to a flow',
    bpmn('<task id="a" name="Cut"/><sequenceFlow id="f" sourceRef="a" targetRef="f"/>'),
    '“f”',
    'leads to',
  ],
  [
    'two elements of one id',
    bpmn('<task id="a" name="Cut"/>\n<task id="a" name="Sew"/>'),
    'duplicate ID <a>',
    'line 4',
  ],
  ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no BPMN 2.0'],
  ['a page', '<html><body>Glue up</body></html>', 'no BPMN 2.0'],
  ['JSON', preset(), 'no XML'],
  ['a compressed file', gzipSync(bpmn('')), 'not UTF-8'],
  ['UTF-16', utf16(bpmn('<task id="a" name="Cut"/>')), 'not UTF-8'],
]
const html: readonly Row[] = [
  ['a page without data', '<h1>How to cut</h1>', 'no JSON-LD'],
  ['a page that is a PDF', '%PDF-1.7', 'no JSON-LD'],
  ['a page that is JSON', preset(), 'no JSON-LD'],
  ['data of something else', page('{"@type":"Product","name":"Knife"}'), 'no schema.org HowTo or Recipe'],
  ['data that is no JSON', page('{"@type":"HowTo",}'), 'can not be read', 'line 1, column 18'],
  ['data with a name twice', page('{"@type":"HowTo","name":"a","name":"b"}'), '“name” is there twice'],
  ['data that reaches the prototype', page('{"@type":"HowTo","__proto__":{"a":1}}'), '“__proto__”'],
  ['NUL', '<p>\0</p>', 'NUL'],
]
const csv: readonly Row[] = [
  ['a formula that fetches', 'name,text\nCut,"=HYPERLINK(""http://127.0.0.1"")"\n', 'formula', 'Row 2', '“text”'],
  ['a formula that runs a command', "name\nCut\n=cmd|'/c calc'!A1\n", 'formula', 'Row 3', '“name”'],
  ['a formula in disguise', 'name\n@SUM(1+1)\n', 'formula', 'Row 2'],
  ['a line of a megabyte', `name\nCut\n${'x'.repeat(1_000_000)}\n`, '200000 characters', 'line 3'],
  ['a million columns', `name,${'a,'.repeat(1_000_000)}\nCut\n`, '200000 characters', 'line 1'],
  ['a million rows', `name\n${'Cut\n'.repeat(1_000_000)}`, 'more than 5000 steps'],
  ['a quotation mark that stays open', 'name\nCut\n"Sew\nGlue', 'not valid CSV', 'line 4'],
  ['a column twice', 'name,minutes,step\nCut,5,Sew\n', 'Two columns', '“step”'],
  ['no column of names', 'colour,size\nred,1\n', 'no column “name”'],
  ['no rows', 'name\n', 'no rows'],
  ['Latin 1', Buffer.from('name\nNähen\n', 'latin1'), 'not UTF-8'],
  ['UTF-16', utf16('name\nCut\n'), 'not UTF-8'],
  ['NUL', 'name\nCut\0\n', 'NUL'],
]
const text: readonly Row[] = [
  ['a page', '<!doctype html><html><body>Cut</body></html>', 'HTML or XML', 'content-type'],
  ['a preset', preset(), 'JSON', 'content-type'],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'PDF', 'content-type'],
  ['a million lines', 'Cut\n'.repeat(1_000_000), 'more than 5000 steps'],
  ['nothing', ' \n ', 'empty'],
]
const json: readonly Row[] = [
  ['a file that stops in the middle', preset().slice(0, -1), 'ends too early'],
  ['a large file that stops in the middle', JSON.stringify({ a: 'x'.repeat(300_000) }).slice(0, -2), 'ends too early'],
  ['a comma too many', '{"preset_info": {"name": "Box"},\n "workflow": {},\n}', 'line 3, column 1'],
  ['a comma too many after a megabyte', `["${'x\\n'.repeat(333_333)}",\n]`, 'line 2, column 1'],
  ['a raw NUL', preset().replace('Cut boards', 'Cut\0'), 'not valid JSON', 'line 1'],
  ['UTF-16', utf16(preset()), 'not UTF-8'],
  ['a compressed file', gzipSync(preset()), 'not UTF-8'],
  ['a compressed file cut short', gzipSync(preset()).subarray(0, 40), 'not UTF-8'],
]

describe('a file that is not what it says', () => {
  let app: TestApp
  let door: ImportDoor
  beforeAll(async () => {
    app = await startTestApp()
    door = new ImportDoor(app)
  })
  afterAll(() => app.close())

  const said = async (file: SentFile, code: string, status = 400) => {
    const { said: sentence, ...tried } = await door.try(file, null)
    expect(tried).toEqual({ status, code, isCheckedAlike: true, stored: [] })
    return sentence
  }

  describe.each([
    ['application/yaml', 'preset.unreadable', yaml],
    ['application/bpmn+xml', 'preset.unreadable', xml],
    ['text/html', 'preset.unreadable', html],
    ['text/csv', 'preset.unreadable', csv],
    ['text/plain', 'preset.unreadable', text],
    ['application/json', 'request.malformed', json],
  ] as const)('as %s', (type, code, rows) => {
    it.each(rows)(
      '%s is refused with the place and the reason, and nothing is stored',
      async (_what, body, ...says) => {
        const sentence = await said({ body, type }, code)
        for (const word of says) expect(sentence).toContain(word)
      },
    )
  })

  it.each([
    [
      'application/yaml',
      'preset_info:\n  name: Box\n  __proto__: {admin: true}\n',
      '/preset_info/__proto__',
      'not a name',
    ],
    [
      'application/yaml',
      'preset_info: {name: Box, estimated_time: .inf}\n',
      '/preset_info/estimated_time',
      'kept exactly',
    ],
    ['application/yaml', 'preset_info: {name: Box}\nmetadata: {a: .nan}\n', '/metadata/a', 'kept exactly'],
    ['application/bpmn+xml', bpmn('<task id="a" name="Cut&#1;"/>'), '/workflow/steps/0/name', 'U+0001'],
    ['application/bpmn+xml', bpmn('<task id="a" name="Cut&#xD800;"/>'), '/workflow/steps/0/name', 'surrogate'],
    ['text/csv', 'name\nCut\u0001\n', '/workflow/steps/0/name', 'U+0001'],
    ['text/plain', 'Cut \u001b[2J\n', '/workflow/steps/0/name', 'U+001B'],
    ['application/ld+json', '{"@type":"HowTo","name":"Box","step":["Cut&#1;"]}', '/workflow/steps/0/name', 'U+0001'],
  ])('values that no text may hold are refused in %s: %j', async (type, body, place, word) => {
    const tried = await door.try({ body, type }, place)
    expect(tried).toMatchObject({ status: 422, code: 'request.invalid', isCheckedAlike: true, stored: [] })
    expect(tried.said).toContain(word)
  })

  it.each([
    ['text/csv', 'name,minutes\nCut,soon\n', '/workflow/steps/0/estimated_duration', '"soon"'],
    ['text/csv', 'name,type\nCut,dance\n', '/workflow/steps/0/step_type', '"dance"'],
    ['text/csv', 'name,minutes\n,5\n', '/workflow/steps/0/name', 'Step 1 must have a name'],
    ['text/plain', 'x'.repeat(1_000_000), '/workflow/steps/0/instructions', '1000000 characters'],
    ['application/yaml', '['.repeat(100) + ']'.repeat(100), '/0'.repeat(64), '64 levels'],
    ['application/bpmn+xml', bpmn('<startEvent id="s"/>'), '/workflow/steps', 'must include steps'],
    ['text/html', page('{"@type":"HowTo","name":"Box"}'), '/workflow/steps', 'must include steps'],
    [
      'application/ld+json',
      JSON.stringify({ '@type': 'HowTo', step: Array.from({ length: 5001 }, () => 'Cut') }),
      '/workflow/steps',
      '5001',
    ],
  ])('findings in %s are told as those of a preset: %j', async (type, body, place, word) => {
    const tried = await door.try({ body, type }, place)
    expect(tried).toMatchObject({ status: 400, code: 'preset.invalid', isCheckedAlike: true, stored: [] })
    expect(tried.said).toContain(word)
  })

  it.each([null, 'application/pdf', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/gzip'])(
    'a preset of the type %s is refused, with the types that are taken',
    async type => {
      expect(await said({ body: preset(), type }, 'request.unsupported_media_type', 415)).toMatch(
        /application\/json, .*text\/csv/,
      )
    },
  )

  it('an empty body is refused', async () => {
    expect(await said({ body: '' }, 'request.invalid', 422)).toBe('A JSON body is missing.')
  })

  it.each([
    ['?format=docx', 'format', '"docx"'],
    ['?name=%20', 'name', 'blank'],
    ['?dry-run=true', 'dry-run', 'not a field'],
    ['?on_conflict=overwrite', 'on_conflict', '"overwrite"'],
  ])('the question %s is refused by its name', async (query, place, word) => {
    const response = await door.post('/workflows/import', { body: preset(), query })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { readonly errors: readonly { path: string; message: string }[] }
    expect(errors).toEqual([{ path: place, message: expect.stringContaining(word) as string }])
  })

  it.each([
    ['application/json', `\uFEFF${JSON.stringify(boxPreset('With a byte order mark'))}`],
    ['application/yaml', `\uFEFFpreset_info: {name: From YAML}\n${steps}`],
    ['text/csv', '\uFEFFname,text\nCut,- 5 mm deeper (=0.2 in)\n+1 stitch,"@ the corner"\n'],
    ['text/plain', `${'a'.repeat(198)}🪵🪵\nSew\n`],
    ['application/ld+json', JSON.stringify({ '@type': 'HowTo', name: 'Emoji', step: [`a${'🪵'.repeat(300)}`] })],
  ])('an honest file in %s with what looks like a trick is taken', async (type, body) => {
    const response = await door.post('/workflows/import', { body, type, query: '?dry_run=true' })
    expect(response.status).toBe(201)
  })
})
