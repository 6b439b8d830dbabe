import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../http/app-error.ts'
import { howToOf, writeHowTo } from '../formats/write-howto.ts'
import { writeHtml } from '../formats/write-html.ts'
import { writeYaml } from '../formats/export-formats.ts'
import { sheetOf } from '../formats/sheet.ts'
import { readAmount } from './quantity-text.ts'
import { readSource } from './read-source.ts'

const read = (type: string, text: string, name: string | null = null) =>
  readSource({ bytes: new TextEncoder().encode(text), type, format: null, name })

const checked = async (type: string, text: string) => {
  const { value, warnings } = await read(type, text)
  const result = checkPreset(value)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return { ...result, leftOut: warnings.map(({ message }) => message) }
}

const refusedAs = async (type: string, text: string): Promise<AppError> => {
  const error = await read(type, text).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`)
  expect(error.status).toBeGreaterThanOrEqual(400)
  expect(error.status).toBeLessThan(500)
  return error
}

const refusalOf = async (type: string, text: string): Promise<string> => (await refusedAs(type, text)).detail

const box = () => {
  const file = new URL('../../../../../presets/simple_woodworking.json', import.meta.url)
  const result = checkPreset(JSON.parse(readFileSync(file, 'utf8')))
  if (!result.ok) throw new Error('refused')
  return result.preset
}
const namesOf = ({ workflow }: { readonly workflow: { readonly steps: readonly { readonly name: string }[] } }) =>
  workflow.steps.map(({ name }) => name)

describe('our own files come back', () => {
  it('from YAML as they were', async () => {
    const { preset } = await checked('text/yaml', writeYaml(box()))
    expect(preset).toEqual(box())
  })

  it.each([
    ['application/ld+json', () => writeHowTo(box(), 'en')],
    ['text/html', () => writeHtml(sheetOf(box(), 'en'), howToOf(box(), 'en'))],
  ])('from %s as one list of the same steps', async (type, write) => {
    const { preset, leftOut } = await checked(type, write())
    expect(leftOut).toEqual([])
    expect(namesOf(preset)).toEqual(namesOf(box()))
    expect(preset.preset_info).toMatchObject({
      name: 'Simple Wooden Box',
      estimated_time: 360,
      difficulty: 'intermediate',
    })
    const needs = preset.workflow.steps.flatMap(step => step.resources.map(({ name }) => name))
    expect(new Set(needs)).toEqual(
      new Set(
        box().workflow.steps.flatMap(step =>
          step.resources.filter(r => r.resource_type !== 'documentation').map(({ name }) => name),
        ),
      ),
    )
  })
})

describe('files of others', () => {
  it('gives a recipe its ingredients with quantity and unit, and a step for each instruction', async () => {
    const recipe = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'A site' },
        {
          '@type': ['Recipe'],
          name: 'Beeswax &amp; oil balm',
          prepTime: 'PT10M',
          cookTime: 'PT1H',
          recipeYield: '3 tins',
          recipeIngredient: ['250 g olive oil', '2 1/2 oz of beeswax', 'Labels'],
          recipeInstructions: [
            {
              '@type': 'HowToSection',
              name: 'Melting',
              itemListElement: [{ '@type': 'HowToStep', text: 'Melt the wax. Keep the water below a boil.' }],
            },
            'Pour into tins.',
          ],
          nutrition: { calories: '0' },
        },
      ],
    }
    const { preset, leftOut } = await checked('application/ld+json', JSON.stringify(recipe))
    expect(preset.preset_info).toMatchObject({ name: 'Beeswax & oil balm', estimated_time: 70 })
    expect(namesOf(preset)).toEqual(['Gather what you need', 'Melt the wax', 'Pour into tins'])
    expect(preset.workflow.steps[0]?.resources.map(({ name, quantity, unit }) => [name, quantity, unit])).toEqual([
      ['olive oil', 250, 'g'],
      ['beeswax', 2.5, 'oz'],
      ['Labels', null, null],
    ])
    expect(preset.workflow.outcomes[0]?.name).toBe('3 tins')
    expect(leftOut).toEqual([expect.stringContaining('“nutrition”')])
  })

  it('reads BPMN of other tools and names what did not map', async () => {
    const xml = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
      <process id="p" name="Glue up"><startEvent id="s"/><task id="a" name="Spread glue"/>
      <intermediateCatchEvent id="w" name="Let it set"><timerEventDefinition><timeDuration>PT30M</timeDuration></timerEventDefinition></intermediateCatchEvent>
      <exclusiveGateway id="g" name="Is it square?"/><task id="r" name="Reclamp"/><endEvent id="e" name="Glued box"/>
      <dataObjectReference id="o" name="Drawing" dataObjectRef="od"/><dataObject id="od"/>
      <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="w"/><sequenceFlow id="f3" sourceRef="w" targetRef="g"/>
      <sequenceFlow id="f4" name="yes" sourceRef="g" targetRef="e"/><sequenceFlow id="f5" name="no" sourceRef="g" targetRef="r"/><sequenceFlow id="f6" sourceRef="r" targetRef="w"/>
      </process></definitions>`
    const { preset, leftOut } = await checked('application/xml', xml)
    expect(preset.workflow.steps.map(({ name, step_type }) => [name, step_type])).toEqual([
      ['Spread glue', 'instruction'],
      ['Let it set', 'time'],
      ['Is it square?', 'decision'],
      ['Reclamp', 'instruction'],
      ['Glued box', 'outcome'],
    ])
    expect(preset.workflow.steps[2]?.decision_options.map(({ option_text }) => option_text)).toEqual(['yes', 'no'])
    expect(preset.workflow.connections.map(({ connection_type }) => connection_type)).toContain('loop')
    expect(preset.workflow.steps[1]?.estimated_duration).toBe(30)
    expect(preset.workflow.connections.map(({ min_lag }) => min_lag)).toEqual(
      preset.workflow.connections.map(() => null),
    )
    expect(leftOut.join('\n')).toContain('“Drawing”')
  })

  it.each([
    [{ inLanguage: 'de-AT' }, 'de-AT', 'Alles bereitlegen'],
    [{ inLanguage: { '@type': 'Language', name: 'French', alternateName: 'fr' } }, 'fr', 'Préparer le nécessaire'],
    [{ inLanguage: 'Klingon' }, 'es', 'Reunir lo necesario'],
    [{}, 'es', 'Reunir lo necesario'],
  ])('takes over the language of %j in a Spanish page', async (stated, locale, gather) => {
    const howTo = { '@type': 'HowTo', name: 'Vela', supply: ['cera'], step: ['Fundir.'], ...stated }
    const page = `<!doctype html><html lang="es"><script type="application/ld+json">${JSON.stringify(howTo)}</script></html>`
    const { preset } = await checked('text/html', page)
    expect(preset.workflow.default_locale).toBe(locale)
    expect(preset.workflow.steps[0]?.name).toBe(gather)
  })

  it.each([
    ['text/plain', '- Ölen\n- Trocknen', 'de', 'de'],
    ['text/csv', 'Schritt\nÖlen', 'de', 'de'],
    ['text/plain', '- Oil\n- Dry', null, 'en'],
    // What has a place to say its language says it there.
    ['application/ld+json', '{"@type": "HowTo", "name": "Oil", "step": ["Oil."]}', 'de', 'en'],
  ])('takes a list (%s) to be in the language that is said of it', async (type, text, language, locale) => {
    const bytes = new TextEncoder().encode(text)
    const { value } = await readSource({ bytes, type, format: null, name: null, language })
    const result = checkPreset(value)
    expect(result.ok && result.preset.workflow.default_locale).toBe(locale)
  })

  it.each([
    ['application/json', ' ', 'empty_file'],
    ['application/json', '{"name": ', 'no_json'],
    ['text/plain', '\n', 'empty_file'],
    ['text/plain', '%PDF-1.4', 'no_list'],
    ['text/csv', 'Dauer\n5', 'no_name_column'],
    ['text/csv', 'name\n', 'no_rows'],
    ['text/csv', 'name,name\na,b', 'column_twice'],
    ['text/csv', 'name\n=1+2', 'formula'],
    ['text/html', '<html><body>Soup</body></html>', 'no_recipe'],
    ['application/yaml', 'a: [', 'no_yaml'],
    ['application/bpmn+xml', 'soup', 'no_bpmn'],
  ])('gives the reason for which %s %j cannot be read', async (type, text, reason) => {
    expect((await refusedAs(type, text)).reason).toBe(reason)
  })

  it.each([
    ['Hone at 30 degrees - 5 min', 'Hone at 30 degrees', 5],
    ['Ölen, 1,5 Std.', 'Ölen', 90],
    ['Coudre : 2 heures', 'Coudre', 120],
    ['Strop 10 times', 'Strop 10 times', null],
    ['Cut to 20 m', 'Cut to 20 m', null],
    [`Wait ${' '.repeat(5_000)}(5 min)`, 'Wait', 5],
  ])('reads how long %j takes', async (line, name, minutes) => {
    const { preset } = await checked('text/plain', `- ${line}\n- Done\n`)
    expect(preset.workflow.steps[0]).toMatchObject({ name, estimated_duration: minutes })
  })

  it('takes what stands deeper in a list for instructions of the step above', async () => {
    const { preset } = await checked('text/plain', '  1. Hone\n     - keep the wrist still\n     slowly\n  2. Strop\n')
    expect(preset.workflow.steps.map(step => [step.name, step.instructions])).toEqual([
      ['Hone', '- keep the wrist still\nslowly'],
      ['Strop', null],
    ])
  })

  it('reads a list and a table of steps', async () => {
    const list = await checked(
      'text/plain',
      '# Key fob\n\n1. Cut the strip (15 min)\n   Mark it first.\n2) Punch\n- [ ] Burnish (1,5 h)\n',
    )
    expect(list.preset.preset_info.name).toBe('Key fob')
    expect(list.preset.workflow.steps.map(step => [step.name, step.estimated_duration, step.instructions])).toEqual([
      ['Cut the strip', 15, 'Mark it first.'],
      ['Punch', null, null],
      ['Burnish', 90, null],
    ])
    const table = await checked('text/csv', 'Name;Minuten;Type;Colour\n"Cut; twice";15;tool;red\nWait;30,5;time;\n')
    expect(table.preset.workflow.steps.map(step => [step.name, step.estimated_duration, step.step_type])).toEqual([
      ['Cut; twice', 15, 'tool'],
      ['Wait', 30.5, 'time'],
    ])
    expect(table.leftOut).toEqual(['Column “Colour” has no place in a step and was left out.'])
  })

  it.each([
    ['2 1/2 sq. ft of leather', 2.5, 'sq_ft', 'leather'],
    ['½ m cord', 0.5, 'm', 'cord'],
    ['1,5 kg Wachs', 1.5, 'kg', 'Wachs'],
    ['3 brass rivets', 3, null, 'brass rivets'],
    ['Thread', null, null, 'Thread'],
    ['1/0 m', null, null, '1/0 m'],
  ])('reads the amount in %j', (text, quantity, unit, name) => {
    expect(readAmount(text)).toEqual({ name, quantity, unit })
  })
})

describe('files that are not what they say', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n`
  it.each([
    ['text/yaml', bomb, 'anchors and aliases'],
    ['text/yaml', 'a: 1\na: 2', '“a” twice in one place: see line 2'],
    ['text/yaml', 'a: [1', 'not valid YAML'],
    ['text/yaml', '__proto__: {a: 1}', '__proto__'],
    ['text/yaml', 'a: "\\0"', 'control character'],
    ['application/xml', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'entities'],
    ['application/xml', '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>', 'document type'],
    [
      'application/bpmn+xml',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><import location="http://127.0.0.1/x" importType="x" namespace="y"/></definitions>',
      'other files',
    ],
    ['application/bpmn+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no BPMN 2.0'],
    ['application/bpmn+xml', 'PK\u0003\u0004nonsense', 'no XML'],
    ['application/bpmn+xml', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'no process'],
    ['text/html', '<h1>How to cut</h1>', 'no JSON-LD'],
    ['text/html', '<script type="application/ld+json">{broken</script>', 'not valid JSON'],
    ['text/html', '<script type="application/ld+json">{"@type": "Product"}</script>', 'no schema.org HowTo or Recipe'],
    ['application/ld+json', '{"@type": "Person"}', 'no schema.org HowTo or Recipe'],
    ['text/csv', 'colour,size\nred,1', 'no column “name”'],
    ['text/csv', 'name\n"open', 'not valid CSV'],
    ['text/plain', ' \n ', 'empty'],
    ['text/plain', 'a\0b', 'NUL'],
    ['application/json', '{"a": 1, "a": 2}', 'there twice'],
    ['application/json', '[', 'ends too early'],
    ['application/json', '"\\ud800"', 'surrogate'],
  ])('refuses %s %j', async (type, text, reason) => {
    expect(await refusalOf(type, text)).toContain(reason)
  })
})
