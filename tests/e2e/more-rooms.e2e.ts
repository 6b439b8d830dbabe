import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, openPage, signIn, startApp } from './support/app.ts'
import { barriers, desk, violations } from './support/axe.ts'
import { visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { prefer, stretched, stretchedFaults } from './support/texts.ts'

let empty: TestApp
beforeAll(async () => {
  empty = await startApp({ isNew: true })
})
afterAll(() => empty?.close())
const site = provideSite()

type Door = readonly [path: string, heading: string]

// The rooms of `support/rooms.ts` are seen one by one elsewhere; these beside them.
const settings: readonly Door[] = [
  ['/settings/profile', 'Profile and access'],
  ['/settings/language', 'Language and units'],
  ['/settings/player', 'Steps and voice'],
  ['/settings/shortcuts', 'Keys'],
  ['/settings/timers', 'Timers and sound'],
  ['/settings/devices', 'This device'],
  ['/settings/people', 'People'],
]
const others: readonly Door[] = [
  ['/help/shortcuts', 'Keys'],
  ['/welcome', 'Welcome, Ana'],
]
const questions: readonly Door[] = [
  ['/setup?page=account', 'Who are you?'],
  ['/setup?page=workshop', 'What is your workshop called?'],
  ['/setup?page=language', 'Which language do you read?'],
  ['/setup?page=units', 'In which units do you measure?'],
  ['/setup?page=look', 'Light or dark?'],
  ['/setup?page=samples', 'Begin with samples?'],
]

/** Behind which of the doors something keeps people out, once all is there. */
async function barriersBehind(doors: readonly Door[], page: Page): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for (const [path, name] of doors) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    for (const barrier of await barriers(page)) found.push([path, barrier])
  }
  return found
}

test('H01: with texts that are longer by two fifths no key shows in the first run, and nothing is cut off', async () => {
  const { page, close } = await openPage({ ...site, app: empty }, { viewport: desk })
  await signIn(page, empty, '/', empty.admin)
  await prefer(page, stretched)
  for (const [path] of questions) expect(await stretchedFaults(page, path), path).toEqual([])
  await close()
})

const options = { viewport: desk }

test('A01: every further page of the settings is open to all', async () => {
  const { page, close } = await openPage(site, options)
  await signIn(page, site.app, '/settings/profile', await site.app.createUser({ role: 'manager' }))
  expect(await barriersBehind(settings, page)).toEqual([])
  await close()
})

test('A01: the keys and the welcome are open to all', async () => {
  const { page, close } = await openPage(site, options)
  await signIn(page, site.app, '/help/shortcuts', await site.app.createUser({ display_name: 'Ana' }))
  expect(await barriersBehind(others, page)).toEqual([])
  await close()
})

test('A01: the story and the map of a run are open to all', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/, options)
  await page.goto(`/runs/${id}?view=story`)
  await page.getByText('You can:').waitFor()
  const story = await barriers(page)
  await page.goto(`/runs/${id}?view=map`)
  await page.getByRole('heading', { level: 1, name: 'Map of the run' }).waitFor()
  await page.getByLabel('What the lines mean').waitFor()
  expect({ story, map: await barriers(page) }).toEqual({ story: [], map: [] })
  await close()
})

test('A01: what is shared by a link and a station are open to all', async () => {
  const { page, close } = await openPage(site, options)
  const client = asAdmin(site.app)
  const [template] = await client.workflows.templates()
  const { url } = await client.links.create({ params: { id: template?.id ?? 0 } })
  await page.goto(new URL(url, site.app.url).pathname)
  await page.getByRole('button', { name: /^Copy/ }).waitFor()
  const shared = await barriers(page)

  const manager = await site.app.createUser({ role: 'manager' })
  await site.app.client(manager.token).stations.setPin({ body: { pin: '4711' } })
  await site.app.client(manager.token).executions.start({ params: { id: template?.id ?? 0 } })
  await signIn(page, site.app, '/settings/devices', manager)
  await page.getByLabel('Name of the station').fill('Bench by the window')
  await page.getByRole('button', { name: 'Make this device a station' }).click()
  await page.getByRole('list', { name: 'Runs of the workshop' }).waitFor()
  const station = await barriers(page)
  await page.getByRole('button', { name: 'Who works here?' }).click()
  await page.getByRole('dialog').getByLabel('Your PIN').waitFor()
  expect({ shared, station, who: await violations(page) }).toEqual({ shared: [], station: [], who: [] })
  await close()
})

test('A01: every question of the first run is open to all', async () => {
  const { page, close } = await openPage({ ...site, app: empty }, options)
  await signIn(page, empty, '/', empty.admin)
  expect(await barriersBehind(questions, page)).toEqual([])
  await close()
})
