import type { Client } from '@hidesync/contract/client'
import { RawBody } from '@hidesync/contract/http/raw-body'
import type { Translation, TranslationReport } from '@hidesync/contract/translations/translation.schemas'
import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0

/** A box that names what it takes, when it is good, and a way to it; in German as well. */
const preset = (name: string) => {
  const { workflow, preset_info } = boxPreset(name)
  const [cut, ...steps] = workflow.steps
  const saw = { id: 'saw', resource_type: 'tool', name: 'Back Saw', notes: 'Fine teeth' }
  const oak = { id: 'oak', resource_type: 'material', name: 'Oak Board', quantity: 1, unit: 'm' }
  const german = {
    name: `${name} auf Deutsch`,
    resources: { saw: { name: 'Rückensäge', notes: '=Feine Zähne' }, oak: { name: 'Eichenbrett' } },
    outcomes: { square: { success_criteria: ['Rechtwinklig', ''] }, 2: { success_criteria: 'Es brennt.' } },
    paths: { quick: { name: 'Der schnelle Weg', description: 'Mit Nägeln.' } },
  }
  return {
    preset_info,
    required_resources: { tools: ['Back Saw', 'Apron'] },
    workflow: {
      ...workflow,
      steps: [{ ...cut, resources: [saw, oak] }, ...steps],
      outcomes: [
        { ...workflow.outcomes[0], id: 'square', success_criteria: ['Square', 'Tight'] },
        { ...workflow.outcomes[1], id: 2, success_criteria: 'It burns.' },
      ],
      paths: [{ id: 'quick', name: 'The quick way', description: 'With nails.', steps: [{ step: 1 }, { step: 4 }] }],
      translations: { de: german },
    },
  }
}

describeEachEngine('translated resources, criteria and paths', engine => {
  let app: TestApp
  let admin: Client

  const newBox = async () => {
    const { id } = await admin.presets.import({ body: preset(`Chest ${++made}`) })
    return admin.workflows.get({ params: { id } })
  }
  const german = (id: number) => admin.translations.get({ params: { id, locale: 'de' } }) as Promise<Translation>
  const resourcesOf = (workflow: Pick<Workflow, 'steps'>) => workflow.steps.flatMap(step => step.resources)
  const idsOf = (box: Workflow) => ({
    ids: resourcesOf(box).map(({ id }) => id),
    outcomes: box.outcomes.map(({ id }) => id),
    path: box.paths[0]?.id ?? 0,
  })
  const read = async <T>(path: string) => {
    const response = await app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${app.admin.token}` } })
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }
  /** What there is of it in a workflow that stems from the preset, whatever its ids. */
  const expectGerman = (box: Workflow, translation: Translation) => {
    const { ids, outcomes, path } = idsOf(box)
    const [saw = 0, oak = 0] = ids
    const [square = 0, kindling = 0] = outcomes
    expect(translation).toMatchObject({
      resources: { [saw]: { name: 'Rückensäge', notes: '=Feine Zähne' }, [oak]: { name: 'Eichenbrett' } },
      outcomes: { [square]: { success_criteria: ['Rechtwinklig'] }, [kindling]: { success_criteria: 'Es brennt.' } },
      paths: { [path]: { name: 'Der schnelle Weg', description: 'Mit Nägeln.' } },
    })
  }

  beforeAll(async () => {
    app = await startTestApp({ engine })
    admin = app.client(app.admin.token)
  })
  afterAll(() => app.close())

  it('come with a preset, and go on into copies and new files under their ids', async () => {
    const box = await newBox()
    expectGerman(box, await german(box.id))
    const copy = await admin.workflows.duplicate({ params: { id: box.id } })
    const copied = await admin.workflows.get({ params: { id: copy.id } })
    expect(idsOf(copied).ids).not.toEqual(idsOf(box).ids)
    expectGerman(copied, await german(copy.id))

    const file = (await admin.presets.export({ params: { id: box.id } })) as JsonObject
    const again = await admin.presets.import({ body: file, query: { on_conflict: 'rename' } })
    expectGerman(await admin.workflows.get({ params: { id: again.id } }), await german(again.id))
    const without = await admin.presets.import({ body: file, query: { on_conflict: 'rename', translations: false } })
    expect(await admin.translations.list({ params: { id: without.id } })).toEqual([])
  })

  it('are read in their language wherever the parts are: in details, steps, runs and sheets', async () => {
    const box = await newBox()
    const shown = await read<Workflow>(`/workflows/${box.id}?locale=de`)
    expect(resourcesOf(shown).map(({ name, notes }) => [name, notes])).toEqual([
      ['Rückensäge', '=Feine Zähne'],
      ['Eichenbrett', null],
    ])
    expect(shown.outcomes.map(({ success_criteria }) => success_criteria)).toEqual([
      ['Rechtwinklig', 'Tight'],
      'Es brennt.',
    ])
    expect(shown.paths[0]).toMatchObject({ name: 'Der schnelle Weg', description: 'Mit Nägeln.' })
    const steps = await read<Workflow['steps']>(`/workflows/${box.id}/steps?locale=de-AT`)
    expect(resourcesOf({ steps })[1]?.name).toBe('Eichenbrett')

    const run = await admin.executions.start({ params: { id: box.id } })
    const followed = await read<Workflow>(`/workflows/executions/${run.id}/definition?locale=de`)
    expect(resourcesOf(followed)).toEqual(resourcesOf(shown))
    expect(followed.outcomes).toEqual(shown.outcomes)
    const response = await app.request(`/api/v1/workflows/${box.id}/export?format=markdown&locale=de`, {
      headers: { authorization: `Bearer ${app.admin.token}` },
    })
    const sheet = await response.text()
    expect(sheet).toContain('Rückensäge')
    // It was listed for the project as a whole as well, under its name in the original.
    expect(sheet).not.toContain('Back Saw')
    expect(sheet).toContain('Apron')
  })

  it('count for how complete a language is, and are outdated once what they were made from changes', async () => {
    const box = await newBox()
    const { ids, outcomes } = idsOf(box)
    const status = async () => {
      const [first] = await admin.translations.list({ params: { id: box.id } })
      return first
    }
    const before = await status()
    expect(before?.missing).toContainEqual({ part: 'outcome', id: outcomes[0], field: 'success_criteria.2' })
    expect(before?.missing.filter(({ part }) => part === 'resource' || part === 'path')).toEqual([])
    expect(before?.outdated).toEqual([])

    const changed = [
      { ...box.outcomes[0], success_criteria: ['Square within 1 mm', 'Tight'] },
      { ...box.outcomes[1], success_criteria: null },
    ]
    const [cut, ...others] = box.steps
    const graph = {
      steps: [{ ...cut, resources: cut?.resources.map(one => ({ ...one, notes: 'Very fine teeth' })) }, ...others],
      connections: box.connections,
      outcomes: changed,
      paths: box.paths,
    }
    await admin.revisions.save({ params: { id: box.id }, body: graph as never })
    const after = await status()
    expect(after?.outdated).toEqual([
      { part: 'resource', id: ids[0], field: 'notes' },
      { part: 'outcome', id: outcomes[0], field: 'success_criteria.1' },
    ])
    expect(after?.missing).toContainEqual({ part: 'resource', id: ids[1], field: 'notes' })
    // What has no criteria any more needs no translation of them.
    expect(await german(box.id)).not.toHaveProperty(`outcomes.${outcomes[1]}`)
  })

  it('can be written in the form of their source only, and only where there is one', async () => {
    const box = await newBox()
    const { ids, outcomes } = idsOf(box)
    const [square = 0, kindling = 0] = outcomes
    const put = (body: Translation) => admin.translations.put({ params: { id: box.id, locale: 'fr' }, body })
    const refused = await refusal(
      put({
        resources: { [ids[1] ?? 0]: { notes: 'Sec' }, 999999: { name: 'Scie' } },
        outcomes: { [square]: { success_criteria: 'D’équerre' }, [kindling]: { success_criteria: ['Il brûle.'] } },
      }),
    )
    expect(refused.status).toBe(422)
    expect(refused.body.errors?.map(({ path }) => path).toSorted()).toEqual(
      [
        `/outcomes/${kindling}/success_criteria/0`,
        `/outcomes/${square}/success_criteria`,
        '/resources/999999/name',
        `/resources/${ids[1]}/notes`,
      ].toSorted(),
    )
    const line = await refusal(put({ resources: { [ids[0] ?? 0]: { name: 'Scie\nà dos' } } }))
    expect(line).toMatchObject({ status: 422 })
    const body = {
      resources: { [ids[0] ?? 0]: { name: 'Scie à dos' } },
      outcomes: { [square]: { success_criteria: ['', 'Serré'] }, [kindling]: { success_criteria: 'Il brûle.' } },
    }
    expect(await put(body)).toEqual({ steps: {}, decision_options: {}, paths: {}, ...body })
  })

  it('go out to translators and come back, without a cell that a spreadsheet would run', async () => {
    const box = await newBox()
    const { ids, outcomes } = idsOf(box)
    const params = { id: box.id, locale: 'de' }
    const text = (await admin.translations.get({ params, query: { format: 'csv' } })) as unknown as string
    expect(text).toContain(`resource,${ids[0]},notes,Fine teeth,'=Feine Zähne,current`)
    expect(text).toContain(`outcome,${outcomes[0]},success_criteria.2,Tight,,missing`)
    await admin.translations.delete({ params })
    const body = new RawBody('text/csv', new TextEncoder().encode(text.replace('Tight,,missing', 'Tight,Dicht,')))
    const report = (await admin.translations.put({ params, body })) as TranslationReport
    expect(report).toMatchObject({ taken: 9, outdated: 0, unknown_count: 0 })
    expectGerman(box, {
      ...(await german(box.id)),
      outcomes: {
        [outcomes[0] ?? 0]: { success_criteria: ['Rechtwinklig'] },
        [outcomes[1] ?? 0]: { success_criteria: 'Es brennt.' },
      },
    })
    expect((await german(box.id)).outcomes?.[String(outcomes[0])]).toEqual({
      success_criteria: ['Rechtwinklig', 'Dicht'],
    })
  })

  it('are found by who searches in their language, materials and outcomes alike', async () => {
    const box = await newBox()
    const { outcomes } = idsOf(box)
    const name = box.name
    const params = { id: box.id, locale: 'de' }
    const texts = await german(box.id)
    const kept = { ...texts, outcomes: { [outcomes[0] ?? 0]: { name: `Rechtwinklige Truhe ${made}` } } }
    await admin.translations.put({ params, body: kept })
    const found = async (search: string) => {
      const { items } = await admin.workflows.list({ query: { search, locale: 'de' } as never })
      return items.map(({ id }) => id)
    }
    expect(name).toContain('Chest')
    for (const words of ['Eichenbretter', 'Rückensäge', 'rechtwinkligen Truhen'])
      expect([words, (await found(words)).includes(box.id)]).toEqual([words, true])
    await admin.translations.put({ params, body: { name: 'Truhe' } })
    for (const words of ['Eichenbretter', 'Rückensäge', 'rechtwinkligen Truhen'])
      expect([words, (await found(words)).includes(box.id)]).toEqual([words, false])
  })

  it('of the description stand for the one that is shown, of which a file should have one only', async () => {
    const { workflow, ...rest } = preset(`Chest ${++made}`)
    const { de } = workflow.translations
    const file = {
      ...rest,
      workflow: {
        ...workflow,
        description: 'A box, told at length.',
        translations: { de: { ...de, description: 'Eine Kiste zum Prüfen.' } },
      },
    }
    const { valid, warnings } = await admin.presets.validate({ body: file })
    expect(valid).toBe(true)
    expect(warnings).toContainEqual(
      expect.objectContaining({ path: '/workflow/description', code: 'preset.two_descriptions' }),
    )
    const box = await admin.presets.import({ body: file })
    expect(box.description).toBe('A box for tests.')
    expect((await read<Workflow>(`/workflows/${box.id}?locale=de`)).description).toBe('Eine Kiste zum Prüfen.')
    const sources = await admin.translations.get({ params: { id: box.id, locale: 'de' }, query: { format: 'json' } })
    expect(sources).toMatchObject({
      texts: expect.arrayContaining([
        {
          part: 'workflow',
          id: box.id,
          field: 'description',
          source: 'A box for tests.',
          translation: 'Eine Kiste zum Prüfen.',
          status: 'current',
        },
      ]),
    })
    const exported = (await admin.presets.export({ params: { id: box.id } })) as JsonObject
    expect(exported).toMatchObject({
      preset_info: { description: 'A box for tests.' },
      workflow: { description: 'A box for tests.', translations: { de: { description: 'Eine Kiste zum Prüfen.' } } },
    })
  })
})
