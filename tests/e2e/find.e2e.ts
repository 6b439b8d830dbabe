import { boxPreset } from '@hidesync/server/testing/box-preset'
import { add, put, spoiled } from '@hidesync/server/testing/spoiled-preset'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { TestApp } from '@hidesync/server/testing/test-app'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillSignIn, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { headingsOf } from './support/pdf.ts'
import { openRun } from './support/player.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const admin = () => app.client(app.admin.token)
const preset = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../presets/${file}.json`, import.meta.url)), 'utf8')
const count = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor()
const templateNamed = async (name: RegExp) => {
  const found = (await admin().workflows.templates()).find(template => name.test(template.name))
  if (found === undefined) throw new Error(`There is no template ${String(name)}.`)
  return found
}

/** Signs in somebody who may import. */
async function signInToImport(page: Page): Promise<void> {
  await signIn(page, app, '/import', await app.createUser({ is_superuser: true }))
  await page.getByRole('heading', { level: 1, name: 'Import a workflow' }).waitFor()
}

const chooseFile = (page: Page, name: string, content: string) =>
  page.getByLabel('Drop a file here').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

test('B04: the gallery is narrowed down by craft, difficulty and time, says how many are left, and keeps it in the address', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1280, height: 900 } })
  await signIn(page, app, '/templates')
  await count(page, '14 templates')
  const choose = async (group: string, value: string | RegExp) => {
    const radio = page.getByRole('group', { name: group }).getByRole('radio', { name: value })
    // It says how many there would be.
    const left = /\d+$/.exec((await radio.locator('..').innerText()).trim())?.[0] ?? ''
    await radio.check()
    await count(page, new RegExp(`^(${left} templates|One template)$`))
  }
  await choose('Craft', /^Leatherworking/)
  await choose('Difficulty', /^Beginner/)
  await choose('Time', /^1 h to 4 h/)
  expect(new URL(page.url()).search).toBe('?category=leatherworking&difficulty=beginner&duration=60-240')
  expect(await page.getByRole('article').allInnerTexts()).toEqual([expect.stringContaining('Basic Leather Wallet')])
  await page.getByRole('button', { name: 'Remove the filter Leatherworking' }).click()
  await page.waitForURL(/\?difficulty=beginner&duration=60-240$/)
  await page.goBack()
  await count(page, 'One template')
  await page.reload()
  await count(page, 'One template')
  expect(await page.getByRole('radio', { name: /^Beginner/ }).isChecked()).toBe(true)
  await close()
})

test('B05: a card is one link beside which Start and more stand by themselves; arrows lead through the grid and S starts', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1280, height: 900 } })
  await signIn(page, app, '/templates?sort=name')
  await count(page, '14 templates')
  const card = page.getByRole('article').first()
  expect(await card.locator('a a, a button, button a, button button').count()).toBe(0)
  const link = card.getByRole('link').first()
  await link.focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Start')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^More actions for /)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  const names = await page.locator('[data-card-link]').allInnerTexts()
  await link.focus()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe(names[1])
  await page.keyboard.press('ArrowDown')
  const below = names.indexOf((await focused()) ?? '')
  expect(below).toBeGreaterThan(1)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe(names[1])
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: `Plan: ${names[1]}` }).waitFor()
  await page.goBack()
  await page.locator('[data-card-link]').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: names[0] ?? '', exact: true }).waitFor()
  await close()
})

test('B06: a search without results names what was searched for, counts the filters, and clears them', async () => {
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, '/templates?search=zeppelin&difficulty=expert')
  await page.getByText('Nothing found for “zeppelin” with one filter.').waitFor()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await count(page, '14 templates')
  expect(new URL(page.url()).search).toBe('')
  await close()
})

test('filters kept on the device come back, and go', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 390, height: 844 } })
  await signIn(page, app, '/templates')
  await count(page, '14 templates')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page
    .getByRole('dialog', { name: 'Filters' })
    .getByRole('radio', { name: /^Advanced/ })
    .check()
  await page.getByRole('button', { name: 'Show the results' }).click()
  await count(page, 'One template')
  await page.getByRole('button', { name: 'Keep these filters' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
  await page.goto('/templates')
  await page.getByRole('link', { name: 'Advanced' }).click()
  await count(page, 'One template')
  await page.goto('/templates')
  await page.getByRole('button', { name: 'Forget the filters “Advanced”' }).click()
  expect(await page.getByRole('link', { name: 'Advanced' }).count()).toBe(0)
  await close()
})

test('B12: having 140 of a material of which 100 are planned scales all lines by 1.4, and the times stay', async () => {
  const step = (id: number, resources: JsonObject[]) => ({
    id,
    name: `Step ${id}`,
    step_type: 'material',
    instructions: 'Do it.',
    estimated_duration: 10,
    scales_with_quantity: true,
    resources,
  })
  const material = (name: string, quantity: number, unit: string) => ({
    resource_type: 'material',
    name,
    quantity,
    unit,
  })
  const { id } = await admin().presets.import({
    body: {
      preset_info: { name: 'Scaled' },
      workflow: {
        steps: [step(1, [material('Wool', 100, 'g'), material('Alum', 15, 'g')]), step(2, [material('Water', 2, 'l')])],
        connections: [{ source_step: 1, target_step: 2 }],
        outcomes: [{ name: 'Done', is_default: true }],
      },
    },
  })
  await admin().workflows.update({ params: { id }, body: { description: 'For a test.' } })
  await admin().workflows.publish({ params: { id } })
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/workflows/${id}/plan`)
  const amount = (name: string) =>
    page.getByRole('listitem').filter({ hasText: name }).locator('span').last().innerText()
  const summary = page.getByRole('complementary', { name: 'Summary' })
  await summary.getByText('20 min').waitFor()
  expect(await amount('Wool')).toBe('100 g')
  await page.getByLabel('I have').fill('140')
  await page.getByText('Enough for 1.4.').waitFor()
  expect(await Promise.all(['Wool', 'Alum', 'Water'].map(amount))).toEqual(['140 g', '21 g', '2.8 l'])
  await page.getByText('The times of the steps stay as planned').waitFor()
  await summary.getByText('20 min').waitFor()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/runs\/\d+/)
  const run = Number(/runs\/(\d+)/.exec(page.url())?.[1])
  expect((await admin().executions.get({ params: { id: run } })).quantity).toBe(1.4)
  await close()
})

test('the plan says of each outcome how long it takes, and starts a run that heads for the chosen one', async () => {
  const box = await templateNamed(/Wooden Box/)
  const { outcomes } = await admin().workflows.get({ params: { id: box.id } })
  const painted = outcomes.find(({ name }) => /Painted/.test(name))
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/workflows/${box.id}/plan`)
  const summary = page.getByRole('complementary', { name: 'Summary' })
  const total = () => summary.locator('dd').first().innerText()
  await page.getByRole('radiogroup', { name: 'Outcome' }).waitFor()
  const before = await total()
  await page.getByRole('radio', { name: new RegExp(`^${painted?.name}`) }).check({ force: true })
  const after = await total()
  expect(after).not.toBe(before)
  const card = page
    .getByRole('radiogroup', { name: 'Outcome' })
    .locator('label')
    .filter({ hasText: painted?.name ?? '' })
  const told = /^About (.+), the quickest way$/m.exec(await card.innerText())?.[1] ?? '?'
  expect(after.startsWith(told)).toBe(true)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/runs\/\d+/)
  const run = Number(/runs\/(\d+)/.exec(page.url())?.[1])
  expect((await admin().executions.get({ params: { id: run } })).selected_outcome_id).toBe(painted?.id)
  await close()
})

test('a template is rated and commented on, and both can be taken back', async () => {
  const wallet = await templateNamed(/Wallet/)
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/templates/${wallet.id}`)
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  await page.getByText('4 of 5 stars, by one person').first().waitFor({ state: 'attached' })
  expect((await admin().workflows.get({ params: { id: wallet.id } })).rating_average).toBe(4)
  await page.getByLabel('Your comment').fill('Use **waxed** thread. <b>Really</b>')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('strong', { hasText: 'waxed' }).waitFor()
  await page.getByText('<b>Really</b>').waitFor()
  await page.getByRole('button', { name: /^Delete the comment/ }).click()
  await page.getByText('Nobody has said anything yet.').waitFor()
  await page.getByRole('button', { name: 'Take my stars back' }).click()
  await expect.poll(async () => (await admin().workflows.get({ params: { id: wallet.id } })).rating_count).toBe(0)
  await close()
})

test('a copy of one’s own is made, shared and taken back', async () => {
  const friend = await app.createUser()
  const wallet = await templateNamed(/Wallet/)
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/templates/${wallet.id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Make my own copy' }).click()
  await page.getByLabel('Name of the copy').fill('My wallet')
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await page.getByRole('heading', { level: 1, name: 'My wallet' }).waitFor()
  const id = Number(/workflows\/(\d+)$/.exec(page.url())?.[1])
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share “My wallet”' })
  await dialog.getByLabel('E-mail of the person').fill(friend.email)
  await dialog.getByLabel('They may').selectOption('read')
  await dialog.getByRole('button', { name: 'Share', exact: true }).click()
  await dialog.getByRole('button', { name: /^No longer share with/ }).waitFor()
  const seen = () =>
    app
      .client(friend.token)
      .workflows.get({ params: { id } })
      .then(({ permissions }) => permissions.includes('read'))
      .catch(() => false)
  expect(await seen()).toBe(true)
  await dialog.getByRole('button', { name: /^No longer share with/ }).click()
  await dialog.getByText('It is not shared with anybody yet.').waitFor()
  expect(await seen()).toBe(false)
  await close()
})

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
  const { page, close } = await openPage(browser, app)
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
  const person = await app.createUser({ is_superuser: true })
  const mine = app.client(person.token)
  await mine.presets.import({ body: boxPreset('Clash') })
  const all = async () =>
    (await mine.workflows.list({ query: { created_by: person.id } })).items.map(({ name }) => name)
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, '/import', person)
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
  const person = await app.createUser({ is_superuser: true })
  const mine = app.client(person.token)
  const { id } = await mine.presets.import({ body: boxPreset('There and back') })
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/workflows/${id}`, person)
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
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, '/import')
  await page.getByRole('button', { name: 'Paste a text instead' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Cut the board, 10 min\nSand it')
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('Only an administrator may import files here.').waitFor()
  expect(
    await page
      .getByRole('region', { name: /^What it holds/ })
      .getByRole('listitem')
      .allInnerTexts(),
  ).toEqual([expect.stringMatching(/Cut the board/), expect.stringContaining('Sand it')])
  await page.getByRole('link', { name: 'See the templates' }).click()
  await count(page, /templates/)
  await close()
})

test('H05: what is not translated into the reader’s language says in which it is shown', async () => {
  const { id } = await admin().presets.import({ body: { ...boxPreset('Only English') } })
  await admin().workflows.update({ params: { id }, body: { visibility: 'public' } })
  const { page, close } = await openPage(browser, app)
  await signIn(page, app)
  await page.evaluate(() =>
    localStorage.setItem('hidesync.preferences', JSON.stringify({ language: { content: 'de' } })),
  )
  await page.goto(`/workflows/${id}`)
  await page
    .getByText(/in English/i)
    .first()
    .waitFor()
  expect(
    await page.getByRole('heading', { level: 1 }).locator('xpath=ancestor::*[@lang][1]').getAttribute('lang'),
  ).toBe('en')
  const wallet = await templateNamed(/Wallet/)
  await page.goto(`/templates/${wallet.id}`)
  await page.getByRole('heading', { level: 1, name: /.+/ }).waitFor()
  expect(await page.getByText(/in English/i).count()).toBe(0)
  await close()
})

const a4Margin = 43
test('H08: on paper the box has all its steps and no frame, no title at the foot of a page, and a box beside each material', async () => {
  const box = await templateNamed(/Wooden Box/)
  const { steps } = await admin().workflows.get({ params: { id: box.id } })
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/workflows/${box.id}/print`)
  await page.getByRole('table').first().waitFor()
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true })
  const headings = headingsOf(pdf)
  for (const { name } of steps) expect(headings.map(({ title }) => title).join('\n')).toContain(name)
  // Below a title there is room for some lines of its step.
  for (const { title, height } of headings) expect(height, title).toBeGreaterThan(a4Margin + 60)
  await page.emulateMedia({ media: 'print' })
  const printed = await page.locator('body').innerText()
  expect(printed).not.toMatch(/Back to the workflow|What to print/)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  const materials = page.getByRole('table').first().locator('tbody tr')
  expect(await materials.count()).toBeGreaterThan(3)
  expect((await materials.allInnerTexts()).every(row => row.includes('☐'))).toBe(true)
  // There is nothing to press on paper: where options lead is said.
  expect(printed).toMatch(/If Dovetails.*: go to 5 Saw and chop the tails/)
  expect(printed).toContain('If it fails: go to 12 Close gaps and pull it square')
  expect(printed).toContain('Then go back to 11 Check for square and gaps')
  expect(
    await page
      .getByRole('table')
      .first()
      .locator('thead')
      .evaluate(head => getComputedStyle(head).display),
  ).toBe('table-header-group')
  await close()
})

test('H09: printing the player prints the run as a document', async () => {
  const { page, close } = await openPage(browser, app)
  await signIn(page, app)
  const id = await openRun(page, app, /Wallet/)
  const { workflow_id } = await admin().executions.get({ params: { id } })
  const { steps } = await admin().workflows.get({ params: { id: workflow_id } })
  for (const view of ['focus', 'story', 'map']) {
    await page.goto(`/runs/${id}?view=${view}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const titles = async () =>
      headingsOf(await page.pdf({ format: 'A4', tagged: true, outline: true })).map(({ title }) => title)
    // The sheets are there as soon as the run has been read.
    await expect.poll(async () => (await titles()).join('\n'), { timeout: 20_000 }).toContain(steps.at(-1)?.name)
    const printed = (await titles()).join('\n')
    for (const { name } of steps) expect(printed, view).toContain(name)
  }
  // On the screen nothing of it remains.
  expect(await page.locator('[data-print-twin]').count()).toBe(0)
  await close()
})

test('a workflow is shown in the colours of its theme, and the frame around it is not', async () => {
  const [theme] = (await admin().themes.list()).filter(({ name }) => name === 'Loom')
  const wallet = await templateNamed(/Wallet/)
  await admin().workflows.update({ params: { id: wallet.id }, body: { theme_id: theme?.id ?? null } })
  const { page, close } = await openPage(browser, app, { colorScheme: 'light' })
  await signIn(page, app, `/templates/${wallet.id}`)
  const scope = page.locator('[data-wf-theme]').first()
  await scope.waitFor()
  const solid = () => scope.evaluate(element => getComputedStyle(element).getPropertyValue('--wf-solid'))
  await expect.poll(solid).toMatch(/^light-dark\(#8c3b6e/i)
  const frame = await page.locator('html').evaluate(element => getComputedStyle(element).getPropertyValue('--wf-solid'))
  expect(frame).not.toMatch(/8c3b6e/i)
  await close()
})

test('a link lets anybody read a workflow until it is taken back, and copy it after signing in', async () => {
  const owner = await app.createUser()
  const { id } = await app.client(owner.token).workflows.duplicate({
    params: { id: (await templateNamed(/Wallet/)).id },
    body: { new_name: 'Handed round' },
  })
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, `/workflows/${id}`, owner)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = await page.getByLabel('Address of the link').inputValue()

  const reader = await openPage(browser, app)
  await reader.page.goto(new URL(address).pathname)
  await reader.page.getByRole('heading', { level: 1, name: 'Handed round' }).waitFor()
  // What made it, and what it asks of whoever was sent it.
  await reader.page.getByRole('link', { name: 'HideSync Workflows' }).waitFor()
  await reader.page.getByRole('region', { name: 'Can you do it now?' }).getByText('Beginner').waitFor()
  await reader.page.getByRole('button', { name: 'Copy to my workflows' }).click()
  const person = await app.createUser()
  await fillSignIn(reader.page, person)
  await reader.page.getByRole('button', { name: 'Copy to my workflows' }).click()
  await reader.page.waitForURL(/\/workflows\/\d+$/)
  const copies = await app.client(person.token).workflows.list({ query: { created_by: person.id } })
  expect(copies.items.map(({ name }) => name)).toEqual(['Handed round (2)'])

  await page.getByRole('button', { name: /^Take back the link/ }).click()
  await page.getByRole('button', { name: /^Take back the link/ }).waitFor({ state: 'detached' })
  await reader.page.goto(new URL(address).pathname)
  await reader.page.getByText(/^This link is not good any more/).waitFor()
  expect(await reader.page.getByRole('link', { name: 'To the bench' }).count()).toBe(1)
  expect(await reader.page.getByText('Handed round').count()).toBe(0)
  await Promise.all([reader.close(), close()])
})
