import type { Client } from '@hidesync/contract/client'
import type { Translation } from '@hidesync/contract/translations/translation.schemas'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { refusal } from '../testing/refusal.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { describeEachEngine } from '../testing/test-database.ts'

let made = 0

describeEachEngine('copies and their originals in other languages', engine => {
  let app: TestApp
  let maker: Client
  let other: Client

  beforeAll(async () => {
    app = await startTestApp({ engine })
    maker = app.client(app.admin.token)
    other = app.client((await app.createUser()).token)
  })
  afterAll(() => app.close())

  /** A published original of the maker’s. */
  const original = async () => {
    const { id } = await maker.presets.import({ body: boxPreset(`Original ${++made}`) })
    await maker.workflows.publish({ params: { id } })
    return id
  }
  /** Such a one, and a copy of it that the other has. */
  const pair = async () => {
    const id = await original()
    const copy = await other.workflows.duplicate({ params: { id } })
    return { id, copyId: copy.id }
  }
  const idOf = async (client: Client, id: number, name: string) => {
    const { steps } = await client.workflows.get({ params: { id } })
    return steps.find(step => step.name === name)?.id ?? 0
  }
  /** One more step before the first. */
  const addStep = async (client: Client, id: number, name: string) => {
    const params = { id }
    const first = await idOf(client, id, 'Cut boards')
    const { id: added } = await client.steps.add({
      params,
      body: { name, instructions: 'With care.', estimated_duration: 1 },
    })
    await client.connections.add({ params, body: { source_step_id: added, target_step_id: first } })
  }
  /** Adds texts to those that there are in German. */
  const translate = async (client: Client, id: number, texts: Translation) => {
    const params = { id, locale: 'de' }
    const before = (await client.translations.get({ params }).catch(() => ({}))) as Translation
    await client.translations.put({
      params,
      body: {
        ...before,
        steps: { ...before.steps, ...texts.steps },
        outcomes: { ...before.outcomes, ...texts.outcomes },
      },
    })
  }
  const germanOf = async (client: Client, id: number, name: string) => {
    const translation = (await client.translations.get({ params: { id, locale: 'de' } })) as Translation
    return translation.steps?.[String(await idOf(client, id, name))]?.name
  }
  it('takes over what the original says in other languages, new steps included, beside one’s own words', async () => {
    const id = await original()
    await translate(maker, id, { steps: { [await idOf(maker, id, 'Cut boards')]: { name: 'Sägen' } } })
    const { id: copyId } = await other.workflows.duplicate({ params: { id } })
    const params = { id: copyId }
    expect(await other.proposals.upstream({ params })).toMatchObject({ up_to_date: true, translations: [] })
    await addStep(maker, id, 'Wax it')
    await translate(maker, id, {
      steps: {
        [await idOf(maker, id, 'Wax it')]: { name: 'Wachsen' },
        [await idOf(maker, id, 'Cut boards')]: { name: 'Bretter sägen' },
      },
    })
    await maker.workflows.publish({ params: { id } })
    await translate(other, copyId, {
      steps: { [await idOf(other, copyId, 'Let glue set')]: { name: 'Leim trocknen lassen' } },
    })
    const seen = await other.proposals.upstream({ params })
    expect(seen).toMatchObject({ up_to_date: false, mergeable: true })
    expect(seen.translations).toContainEqual({
      locale: 'de',
      part: 'step',
      id: await idOf(other, copyId, 'Cut boards'),
      field: 'name',
      before: 'Sägen',
      after: 'Bretter sägen',
    })
    await other.proposals.mergeUpstream({ params })
    for (const [name, german] of [
      ['Wax it', 'Wachsen'],
      ['Cut boards', 'Bretter sägen'],
      ['Let glue set', 'Leim trocknen lassen'],
    ] as const)
      expect([name, await germanOf(other, copyId, name)]).toEqual([name, german])
    expect(await other.proposals.upstream({ params })).toMatchObject({ up_to_date: true, translations: [] })

    // A language alone is a change, too.
    await translate(maker, id, { steps: { [await idOf(maker, id, 'Wax it')]: { name: 'Einwachsen' } } })
    const { version } = await other.workflows.get({ params })
    expect(await other.proposals.upstream({ params })).toMatchObject({ up_to_date: false })
    expect(await other.proposals.mergeUpstream({ params })).toMatchObject({ version: version + 1 })
    expect(await germanOf(other, copyId, 'Wax it')).toBe('Einwachsen')
  })

  it('asks which words count where both translated a text, each in their own', async () => {
    const { id, copyId } = await pair()
    const params = { id: copyId }
    const stepId = await idOf(other, copyId, 'Cut boards')
    await translate(maker, id, {
      steps: { [await idOf(maker, id, 'Cut boards')]: { name: 'Zuschneiden' } },
    })
    await translate(other, copyId, { steps: { [stepId]: { name: 'Sägen' } } })
    const { conflicts, mergeable } = await other.proposals.upstream({ params })
    expect(mergeable).toBe(false)
    const field = 'de/step/name'
    expect(conflicts).toEqual([
      {
        part: 'translation',
        id: stepId,
        field,
        name: '“Cut boards” in de',
        base: null,
        ours: 'Sägen',
        theirs: 'Zuschneiden',
      },
    ])
    const refused = await refusal(other.proposals.mergeUpstream({ params }))
    expect([refused.status, refused.code]).toEqual([409, 'merge.conflict'])
    expect(await germanOf(other, copyId, 'Cut boards')).toBe('Sägen')
    const resolutions = [{ part: 'translation', id: stepId, field, take: 'theirs' }] as const
    await other.proposals.mergeUpstream({ params, body: { resolutions: [...resolutions] } })
    expect(await germanOf(other, copyId, 'Cut boards')).toBe('Zuschneiden')
    expect(await other.proposals.upstream({ params })).toMatchObject({ up_to_date: true, conflicts: [] })
  })

  it('lets one propose a translation alone, or with the step that it belongs to', async () => {
    const { id, copyId } = await pair()
    await translate(other, copyId, {
      steps: { [await idOf(other, copyId, 'Cut boards')]: { name: 'Bretter sägen' } },
    })
    const propose = (title: string) =>
      other.proposals.create({ params: { id }, body: { title, from_workflow_id: copyId } })
    const words = await propose('In German')
    expect(words).toMatchObject({ comparison: { equal: true }, conflicts: [] })
    expect(words.translations).toEqual([
      {
        locale: 'de',
        part: 'step',
        id: await idOf(maker, id, 'Cut boards'),
        field: 'name',
        before: null,
        after: 'Bretter sägen',
      },
    ])
    await maker.proposals.accept({ params: { id, proposal_id: words.id } })
    expect(await germanOf(maker, id, 'Cut boards')).toBe('Bretter sägen')
    expect((await maker.workflows.get({ params: { id } })).locales).toEqual(['de'])

    await addStep(other, copyId, 'Round the edges')
    await translate(other, copyId, {
      steps: { [await idOf(other, copyId, 'Round the edges')]: { name: 'Kanten runden' } },
    })
    const more = await propose('Gentler edges')
    // What is translated afterwards is not part of what was proposed.
    await translate(other, copyId, {
      steps: { [await idOf(other, copyId, 'Plane true')]: { name: 'Abrichten' } },
    })
    await maker.proposals.accept({ params: { id, proposal_id: more.id } })
    expect(await germanOf(maker, id, 'Round the edges')).toBe('Kanten runden')
    expect(await germanOf(maker, id, 'Plane true')).toBeUndefined()
    expect(await germanOf(maker, id, 'Cut boards')).toBe('Bretter sägen')
  })
})
