import type { Preset } from '@hidesync/domain/presets/preset'
import { readPreset } from '@hidesync/domain/presets/read-preset'
import * as fc from 'fast-check'
import { Window } from 'happy-dom'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { load as loadYaml } from 'js-yaml'
import jsonld from 'jsonld'
import { micromark } from 'micromark'
import { readdirSync, readFileSync } from 'node:fs'
import { parse as parseHtml, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { arbitraryPreset } from '../../testing/arbitrary-preset.ts'
import { exportFormats, writeYaml } from './export-formats.ts'
import { instructionsText, plain } from './markdown-text.ts'
import { writeBpmn } from './write-bpmn.ts'
import { writeHowTo } from './write-howto.ts'
import { writeMermaid } from './write-mermaid.ts'

// Mermaid asks for a page, though reading a diagram needs none.
const window = new Window()
Object.assign(globalThis, { window, document: window.document })
const { default: mermaid } = await import('mermaid')

const folder = new URL('../../../../../presets/', import.meta.url)
const read = (value: unknown): Preset => {
  const reading = readPreset(value)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.preset
}
const library = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => [name, read(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))] as const)

/** Names, texts and conditions that each format has to keep from being taken for its own signs. */
const nasty = (): Preset =>
  read({
    preset_info: {
      name: 'Say "hi" <script>alert(1)</script> `x` # end',
      description: 'A -->|b| c; %% no\n\n# no heading\n1. no list\n&amp; ]]> <!--',
      difficulty: 'expert',
      estimated_time: 90.5,
      tags: ['yes', 'null', '- x'],
      category: "o'clock",
    },
    workflow: {
      steps: [
        {
          id: 'end',
          name: 'end',
          step_type: 'instruction',
          instructions:
            '# Not a heading\n\n<img src=x onerror=alert(1)>\n\n```\nnever closed\n\n[x](javascript:alert(1)) ![i](http://a/b.png)',
          tips: ['</div><script>alert(1)</script>', '| a | b |'],
          warnings: ['> quoted\n- and more'],
          estimated_duration: 1.5,
          resources: [
            { resource_type: 'material', name: 'Oil & <b>wax</b>', quantity: 0.5, unit: 'l', notes: '"quoted"' },
          ],
        },
        {
          id: 'subgraph',
          name: 'click "me"; graph TD',
          step_type: 'decision',
          decision_options: [
            { option_text: '|yes|', result_action: { goto_step: 'class' } },
            { option_text: 'no -->', result_action: { complete_with_outcome: 'style' } },
          ],
        },
        { id: 'class', name: '#quot;}})] 木の箱 🪵', step_type: 'time', estimated_duration: 60 },
        { id: 'last', name: 'Done', step_type: 'outcome', outcome: 'style' },
      ],
      connections: [
        { source_step: 'end', target_step: 'subgraph', min_lag: 5 },
        { source_step: 'subgraph', target_step: 'class', connection_type: 'choice' },
        {
          source_step: 'class',
          target_step: 'end',
          connection_type: 'loop',
          condition: { 'a"b': { in: ['<', '>'] } },
          max_iterations: 2,
        },
        { source_step: 'class', target_step: 'last' },
      ],
      outcomes: [{ id: 'style', name: 'linkStyle 0 stroke:red', is_default: true }],
    },
  })

const everyPreset = [...library, ['a preset full of signs', nasty()] as const]

describe.each(everyPreset)('%s', (_name, preset) => {
  it('is as YAML the same to two readers', () => {
    const text = writeYaml(preset)
    const plainValue = JSON.parse(JSON.stringify(preset)) as unknown
    expect(parseYaml(text)).toEqual(plainValue)
    expect(loadYaml(text)).toEqual(plainValue)
  })

  it('is as a flowchart understood by Mermaid', async () => {
    await expect(mermaid.parse(writeMermaid(preset, 'en'))).resolves.toMatchObject({ diagramType: 'flowchart-v2' })
  })

  it('is as BPMN read without a warning, by one who does not know our extensions', async () => {
    const { rootElement, warnings, elementsById } = await new BpmnModdle().fromXML(await writeBpmn(preset, 'en'))
    expect(warnings).toEqual([])
    const names = Object.values(elementsById).map(element => element['name'])
    for (const step of preset.workflow.steps) expect(names).toContain(step.name)
    const [process] = rootElement['rootElements'] as ModdleElement[]
    const elements = process?.['flowElements'] as ModdleElement[]
    for (const flow of elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow'))
      expect([flow['sourceRef'], flow['targetRef']]).not.toContain(undefined)
  })

  it('is as HowTo expanded by a JSON-LD processor', async () => {
    const document = JSON.parse(writeHowTo(preset, 'en')) as object
    const context = { '@context': { '@vocab': 'https://schema.org/' } }
    const documentLoader = (url: string) => Promise.resolve({ contextUrl: null, documentUrl: url, document: context })
    const [howTo] = (await jsonld.expand(document, { documentLoader })) as Record<string, unknown[]>[]
    expect(howTo?.['@type']).toEqual(['https://schema.org/HowTo'])
    expect(howTo?.['https://schema.org/name']).toEqual([{ '@value': preset.preset_info.name }])
    expect(howTo?.['https://schema.org/step']).toHaveLength(preset.workflow.steps.length)
  })

  it('is as a page complete, without anything that runs or is loaded', () => {
    const page = exportFormats.html.write(preset, 'en')
    const document = new window.DOMParser().parseFromString(page, 'text/html')
    const scripts = [...document.querySelectorAll('script')].map(script => script.getAttribute('type'))
    expect(scripts).toEqual(['application/ld+json'])
    expect(document.querySelectorAll('img, iframe, link, object, embed, form, svg')).toHaveLength(0)
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) expect(`${name}=${value}`).not.toMatch(/^on|javascript:/i)
    expect(document.querySelector('h1')?.textContent).toBe(preset.preset_info.name)
    expect(document.querySelectorAll('article')).toHaveLength(preset.workflow.steps.length)
    // Well-formed enough that writing what was read changes nothing but spelling.
    expect(serialize(parseHtml(page))).toContain('</html>')
  })

  it('is as Markdown a page with a heading for each step and no mark-up of others', () => {
    const page = micromark(exportFormats.markdown.write(preset, 'en'), { allowDangerousHtml: true })
    const document = new window.DOMParser().parseFromString(page, 'text/html')
    expect(document.querySelectorAll('script, img, hr, table')).toHaveLength(0)
    expect(
      [...document.querySelectorAll('a')]
        .map(link => link.getAttribute('href'))
        .filter(href => !/^https?:|^mailto:/.test(href ?? '')),
    ).toEqual([])
    expect(document.querySelector('h1')?.textContent).toBe(preset.preset_info.name)
    const titles = [...document.querySelectorAll('h3')].map(heading => heading.textContent ?? '')
    expect(titles).toHaveLength(preset.workflow.steps.length)
    for (const step of preset.workflow.steps) expect(titles.some(title => title.includes(step.name))).toBe(true)
  })
})

/** What may stand in each kind of thing, by schema.org. */
const vocabulary: Readonly<Record<string, string>> = {
  HowTo: 'name description inLanguage educationalLevel keywords about totalTime yield supply tool step',
  HowToStep: 'position name description text itemListElement',
  HowToDirection: 'text performTime supply tool',
  HowToTip: 'name text',
  HowToSupply: 'name description requiredQuantity',
  HowToTool: 'name description requiredQuantity',
  QuantitativeValue: 'value unitText',
  Thing: 'name',
}

/** What schema.org would not know, or would want otherwise. */
function vocabularyFaults(value: unknown): readonly string[] {
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(vocabularyFaults)
  if (typeof value !== 'object' || value === null) return []
  const { '@type': type, '@context': _context, ...fields } = value as Record<string, unknown>
  const known = (vocabulary[String(type)] ?? '').split(' ')
  return Object.entries(fields).flatMap(([key, part]) => {
    const isDuration = typeof part === 'string' && /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/.test(part)
    const isNumber = key !== 'value' && key !== 'position' ? true : typeof part === 'number'
    const isSound = known.includes(key) && isNumber && (isDuration || !key.endsWith('Time'))
    return [...(isSound ? [] : [`${String(type)}.${key}: ${JSON.stringify(part)}`]), ...vocabularyFaults(part)]
  })
}

/** Without blanks, which some formats fold. */
const words = (text: string | null | undefined): string => (text ?? '').normalize().replaceAll(/\s+/g, '')

/** What Mermaid makes of a diagram, as far as we look at it. */
interface Drawn {
  getData(): { readonly nodes: readonly { readonly label: string }[] }
}

/** The title and the labels of a flowchart as Mermaid draws them. */
async function mermaidTexts(text: string): Promise<readonly string[]> {
  await mermaid.parse(text)
  const head = /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? ''
  const { title } = loadYaml(head) as { readonly title: string }
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
  const { nodes } = (db as unknown as Drawn).getData()
  const drawn = (label: string) =>
    label.replaceAll(/ﬂ°°(\d+)¶ß/g, (_code, sign: string) => String.fromCodePoint(Number(sign)))
  return [title, ...nodes.map(({ label }) => drawn(label))]
}

describe('whatever people wrote', () => {
  const rounds = (check: (preset: Preset) => Promise<void> | void) =>
    fc.assert(
      fc.asyncProperty(arbitraryPreset, async preset => check(preset)),
      { numRuns: 60 },
    )

  it('is in YAML what it was', () =>
    rounds(preset => {
      expect(loadYaml(writeYaml(preset))).toEqual(JSON.parse(JSON.stringify(preset)))
    }))

  it('stands in the flowchart as it was written', () =>
    rounds(async preset => {
      const labels = (await mermaidTexts(writeMermaid(preset, 'de'))).map(words)
      const names = [preset.preset_info.name, ...preset.workflow.steps.map(({ name }) => name)]
      expect(labels).toEqual(expect.arrayContaining(names.map(words)))
    }))

  it('stands in the HowTo as it was written, in the words of schema.org', () =>
    rounds(preset => {
      const howTo = JSON.parse(writeHowTo(preset, 'de')) as { name: string; step: Record<string, unknown>[] }
      expect(vocabularyFaults(howTo)).toEqual([])
      expect(howTo.name).toBe(preset.preset_info.name)
      const { steps } = preset.workflow
      expect(howTo.step.map(({ name }) => name)).toEqual(steps.map(({ name }) => name))
      steps.forEach(({ warnings, tips, detailed_instructions }, index) => {
        const [direction, ...others] = (howTo.step[index]?.['itemListElement'] ?? []) as Record<string, string>[]
        expect(others.map(({ text }) => text)).toEqual([...warnings, ...tips])
        expect(direction?.['text']).toContain(detailed_instructions ?? '')
      })
    }))

  it('stands on the page, and in the Markdown, as it was written', () =>
    rounds(preset => {
      const page = exportFormats.html.write(preset, 'ar')
      const data = new window.DOMParser().parseFromString(page, 'text/html')
      expect(data.documentElement.getAttribute('dir')).toBe('rtl')
      const embedded = JSON.parse(data.querySelector('script')?.textContent ?? '') as unknown
      expect(embedded).toEqual(JSON.parse(writeHowTo(preset, 'ar')))
      expect(words(data.title)).toBe(words(preset.preset_info.name))
      const markdown = micromark(exportFormats.markdown.write(preset, 'ar'), { allowDangerousHtml: true })
      const text = new window.DOMParser().parseFromString(`<body>${markdown}</body>`, 'text/html')
      for (const { body } of [data, text]) {
        expect(body.querySelectorAll('img, iframe, form, table')).toHaveLength(0)
        expect(words(body.querySelector('h1')?.textContent)).toBe(words(preset.preset_info.name))
        const all = words(body.textContent)
        for (const { name, description, warnings, tips, resources } of preset.workflow.steps)
          for (const one of [name, description, ...warnings, ...tips, ...resources.map(resource => resource.name)])
            expect(all).toContain(words(one))
        const headings = [...body.querySelectorAll('h3')].map(heading => words(heading.textContent))
        preset.workflow.steps.forEach(({ name }, index) => expect(headings[index]).toContain(words(name)))
      }
    }))
})

describe('plain text in Markdown', () => {
  it('reads as what it was, whatever it was', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab1 .)(*_`#<>&;[]!~|\\-+=\n:'.split('')) })
    fc.assert(
      fc.property(text, written => {
        const html = micromark(plain(written), { allowDangerousHtml: true })
        const document = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')
        expect([...document.body.querySelectorAll('*')].every(({ tagName }) => ['P', 'BR'].includes(tagName))).toBe(
          true,
        )
        const words = (value: string) => value.replaceAll(/\s+/g, '')
        expect(words(document.body.textContent ?? '')).toBe(words(written))
      }),
      { numRuns: 500 },
    )
  })
})

describe('instructions in Markdown', () => {
  it('keep lists, emphasis, code and links', () => {
    const text = '1. Cut *twice*\n   - `a < b`\n2. See [there](https://example.org)'
    expect(instructionsText(text)).toBe(text)
  })

  it('never hold more than that, nor reach beyond their block', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\n\n',
        '#',
        '<b>',
        '<!--',
        '![',
        '](',
        ')',
        '[',
        ']:',
        '```',
        '~~~',
        '---',
        '===',
        '>',
        '- ',
        '1. ',
        '\\',
        '`',
        'javascript:x',
        '<javascript:x>',
        '    ',
      ),
    })
    const allowed = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'PRE', 'A', 'BLOCKQUOTE', 'BR', 'H6'])
    fc.assert(
      fc.property(text, written => {
        const html = micromark(`${instructionsText(written)}\n\n###### after\n`, {
          allowDangerousHtml: true,
          allowDangerousProtocol: true,
        })
        const document = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')
        const elements = [...document.body.querySelectorAll('*')]
        expect(elements.map(({ tagName }) => tagName).filter(tag => !allowed.has(tag))).toEqual([])
        expect(html).not.toMatch(/href="javascript/i)
        expect(document.querySelector('h6')?.textContent).toBe('after')
      }),
      { numRuns: 500 },
    )
  })
})
