import { boxPreset } from '@hidesync/server/testing/box-preset'
import { add, put, spoiled } from '@hidesync/server/testing/spoiled-preset'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, signIn } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

const preset = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../presets/${file}.json`, import.meta.url)), 'utf8')
const chooseFile = (page: Page, name: string, content: string) =>
  page.getByLabel('Drop a file here').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

/** Signs in somebody who may import. */
async function signInToImport(page: Page): Promise<void> {
  await signIn(page, site.app, '/import', await site.app.createUser({ is_superuser: true }))
  await page.getByRole('heading', { level: 1, name: 'Import a workflow' }).waitFor()
}

/** What the reference specification finds wrong with a preset. */
const faults = [
  ['no preset_info', put('/preset_info', undefined), 'preset_info'],
  ['no workflow', put('/workflow', undefined), 'workflow'],
  ['no name', put('/preset_info/name', undefined), '/preset_info'],
  ['a name that is too long', put('/preset_info/name', 'x'.repeat(201)), '/preset_info/name'],
  ['no steps', put('/workflow/steps', undefined), '/workflow'],
  ['a step without a name', put('/workflow/steps/1/name', undefined), 'Step 2'],
  ['a step without a type', put('/workflow/steps/2/step_type', undefined), 'Step 3'],
  ['an unknown type', put('/workflow/steps/0/step_type', 'magic'), '/workflow/steps/0/step_type'],
  ['a connection from nowhere', add('connections', { source_step: 99, target_step: 1 }), '/source_step'],
  ['a connection to nowhere', add('connections', { source_step: 1, target_step: 99 }), '/target_step'],
  ['a negative time', put('/preset_info/estimated_time', -5), '/preset_info/estimated_time'],
  ['a time that is no number', put('/preset_info/estimated_time', 'long'), '/preset_info/estimated_time'],
  ['an unknown difficulty', put('/preset_info/difficulty', 'godlike'), '/preset_info/difficulty'],
] as const

test('G07: both samples can be imported, and every fault of a file is told in a sentence with its place', async () => {
  const { page, close } = await openPage(site)
  await signInToImport(page)
  for (const file of ['basic_leather_project', 'simple_woodworking']) {
    await page.goto('/import')
    await chooseFile(page, `${file}.json`, preset(file))
    const { name } = (JSON.parse(preset(file)) as { preset_info: { name: string } }).preset_info
    await page.getByRole('heading', { name: `What it holds: ${name}` }).waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  await page.goto('/import')
  for (const [what, spoil, place] of faults) {
    await chooseFile(page, 'spoiled.json', JSON.stringify(spoiled(spoil)))
    const report = page.getByRole('region', { name: 'Is it sound?' })
    await report.getByRole('heading', { name: 'To be mended' }).waitFor()
    const told = await report.innerText()
    expect(told, what).toContain(place)
    // A sentence, not a code.
    expect(told, what).toMatch(/[A-Z“][^\n]{15,}\./)
    expect(await page.getByRole('heading', { name: 'Import it' }).count(), what).toBe(0)
    await page.reload()
  }
  await close()
})

test('G08: a file that is refused leaves nothing behind, nor does one that clashes until it gets another name', async () => {
  const person = await site.app.createUser({ is_superuser: true })
  const mine = site.app.client(person.token)
  await mine.presets.import({ body: boxPreset('Clash') })
  const all = async () =>
    (await mine.workflows.list({ query: { created_by: person.id } })).items.map(({ name }) => name)
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/import', person)
  await chooseFile(page, 'bad.json', JSON.stringify(spoiled(put('/workflow/steps/0/step_type', 'magic'))))
  await page.getByText('One thing has to be mended before it can be imported.').waitFor()
  expect(await all()).toEqual(['Clash'])
  await chooseFile(page, 'box.json', JSON.stringify(boxPreset('Clash')))
  await page.getByText('You already have a workflow called “Clash”.').waitFor()
  expect(await all()).toEqual(['Clash'])
  await page.getByRole('button', { name: 'Import as “Clash (2)”' }).click()
  await page.getByRole('heading', { level: 1, name: 'Clash (2)' }).waitFor()
  expect((await all()).toSorted()).toEqual(['Clash', 'Clash (2)'])
  await close()
})

test('G09: what is saved as a file and imported again is the same graph', async () => {
  const person = await site.app.createUser({ is_superuser: true })
  const mine = site.app.client(person.token)
  const { id } = await mine.presets.import({ body: boxPreset('There and back') })
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/workflows/${id}`, person)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a file' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toBe('There_and_back.json')
  const content = readFileSync(await file.path(), 'utf8')
  await page.goto('/import')
  await chooseFile(page, 'There_and_back.json', content)
  await page.getByRole('button', { name: 'Import as “There and back (2)”' }).click()
  await page.getByRole('heading', { level: 1, name: 'There and back (2)' }).waitFor()
  const copy = Number(/workflows\/(\d+)$/.exec(page.url())?.[1])
  const [one, other] = await Promise.all(
    [id, copy].map(workflow => mine.presets.export({ params: { id: workflow } }) as Promise<Record<string, unknown>>),
  )
  const graph = (exported: Record<string, unknown> = {}) => {
    const { name: _, ...rest } = exported['workflow'] as Record<string, unknown>
    return rest
  }
  expect(graph(one)).toHaveProperty('steps')
  expect(graph(other)).toEqual(graph(one))
  await close()
})

test('who may not import learns what is in the file, and what else can be done', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/import')
  await page.getByRole('button', { name: 'Paste a text instead' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Cut the board, 10 min\nSand it')
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('Only an administrator may import files here: send yours to one').waitFor()
  expect(
    await page
      .getByRole('region', { name: /^What it holds/ })
      .getByRole('listitem')
      .allInnerTexts(),
  ).toEqual([expect.stringMatching(/Cut the board/), expect.stringContaining('Sand it')])
  await page.getByRole('link', { name: 'See the templates' }).click()
  await page
    .getByRole('status')
    .getByText(/templates/)
    .waitFor()
  await close()
})
