import type { Client } from '@hidesync/contract/client'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

describe('exporting a workflow', () => {
  let app: TestApp
  let admin: Client
  let stranger: Client
  let id: number

  beforeAll(async () => {
    app = await startTestApp()
    admin = app.client(app.admin.token)
    stranger = app.client((await app.createUser()).token)
    const box = await admin.presets.import({ body: boxPreset('A “box” / Kästchen') })
    id = box.id
    const body = { name: 'Kästchen', steps: { [await firstStep()]: { name: 'Bretter sägen' } } }
    await admin.translations.put({ params: { id, locale: 'de' }, body })
  })
  afterAll(() => app.close())

  const firstStep = async () => String((await admin.workflows.get({ params: { id } })).steps[0]?.id)
  const get = (query: string, token = app.admin.token) =>
    app.request(`/api/v1/workflows/${id}/export?${query}`, { headers: { authorization: `Bearer ${token}` } })

  it.each([
    ['json', 'application/json', 'json', '"preset_info"'],
    ['yaml', 'application/yaml', 'yaml', 'preset_info:'],
    ['markdown', 'text/markdown', 'md', '# A “box” / Kästchen'],
    ['html', 'text/html', 'html', '<h1 dir="auto">A “box” / Kästchen</h1>'],
    ['mermaid', 'text/vnd.mermaid', 'mmd', 'flowchart TD'],
    ['bpmn', 'application/bpmn+xml', 'bpmn', '<bpmn:process'],
    ['howto', 'application/ld+json', 'jsonld', '"@type": "HowTo"'],
  ])('gives it as %s, to be saved under its name', async (format, type, extension, sign) => {
    const response = await get(`format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    const saved = `filename*=UTF-8''${encodeURIComponent(`A “box” / Kästchen.${extension}`)}`
    expect(response.headers.get('content-disposition')).toContain(saved)
    expect(await response.text()).toContain(sign)
  })

  it('is the same in YAML as in JSON', async () => {
    const json = (await admin.presets.export({ params: { id } })) as JsonObject
    const text = await admin.presets.export({ params: { id }, query: { format: 'yaml' } })
    const yaml = parseYaml(text as string) as JsonObject
    expect(yaml['workflow']).toEqual(json['workflow'])
  })

  it('carries the translations by local ids, unless they are not wanted', async () => {
    const full = (await admin.presets.export({ params: { id } })) as JsonObject
    expect(full['workflow']).toMatchObject({
      translations: { de: { name: 'Kästchen', steps: { 1: { name: 'Bretter sägen' } } } },
    })
    const bare = await admin.presets.export({ params: { id }, query: { translations: false, theme: false } })
    expect((bare as JsonObject)['workflow']).toMatchObject({ translations: {}, theme: null })
  })

  it('speaks to people in their language', async () => {
    const page = await (await get('format=markdown&locale=de-AT')).text()
    expect(page).toContain('# Kästchen')
    expect(page).toContain(String.raw`### 1\. Bretter sägen (10 Min.)`)
    expect(page).toContain('## Schritte')
    expect((await get('format=html&locale=de')).headers.get('content-language')).toBe('de')
  })

  it('makes a preset under another name', async () => {
    const words = {
      preset_name: 'Box for beginners',
      preset_description: 'An easy one.',
      difficulty: 'expert' as const,
    }
    const preset = await admin.presets.fromWorkflow({ params: { id }, body: words })
    expect(preset['preset_info']).toMatchObject({
      name: 'Box for beginners',
      description: 'An easy one.',
      difficulty: 'expert',
      estimated_time: 60,
    })
    // Its translated name says another thing than the new one; its parts are what they were.
    expect(preset['workflow']).toMatchObject({ name: 'Box for beginners', description: 'An easy one.' })
    expect((preset['workflow'] as JsonObject)['translations']).toEqual({
      de: { steps: { 1: { name: 'Bretter sägen' } } },
    })
    const checked = await admin.presets.validate({ body: preset })
    expect(checked.warnings.map(({ code }) => code)).not.toContain('preset.two_descriptions')
    const imported = await admin.presets.import({ body: preset })
    expect(imported).toMatchObject({
      name: 'Box for beginners',
      description: 'An easy one.',
      difficulty_level: 'expert',
      step_count: 8,
    })
    expect((await admin.presets.fromWorkflow({ params: { id } }))['preset_info']).toMatchObject({
      name: 'A “box” / Kästchen',
    })
  })

  it('is refused to others alike in every form', async () => {
    for (const format of ['json', 'yaml', 'html', 'bpmn'] as const)
      expect((await refusal(stranger.presets.export({ params: { id }, query: { format } }))).status).toBe(404)
    expect((await refusal(stranger.presets.fromWorkflow({ params: { id } }))).status).toBe(404)
    expect((await get('format=pdf')).status).toBe(422)
    expect((await app.request(`/api/v1/workflows/${id}/export`)).status).toBe(401)
  })
})
