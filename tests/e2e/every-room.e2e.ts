import { boxPreset } from '@hidesync/server/testing/box-preset'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, expectNoSidewaysScroll, openPage, signIn } from './support/app.ts'
import { focusFaults } from './support/focus.ts'
import { visitRun } from './support/player.ts'
import { roomsOf } from './support/rooms.ts'
import { provideSite } from './support/site.ts'
import { cutTexts, prefer, stretched, stretchedFaults } from './support/texts.ts'

const site = provideSite()

const rooms = roomsOf(site)

test('a name as long as a compound gets, without a place to break, widens no page', { timeout: 60_000 }, async () => {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const client = asAdmin(site.app)
  const { workflow, ...preset } = boxPreset(word)
  const steps = workflow.steps.map(step => ({ ...step, name: `${step.id}${word}`, warnings: [word] }))
  const { id: workflowId } = await client.presets.import({ body: { ...preset, workflow: { ...workflow, steps } } })
  await client.workflows.update({ params: { id: workflowId }, body: { status: 'active' } })
  const { id } = await client.executions.start({ params: { id: workflowId } })
  const { page, close } = await openPage(site, { viewport: { width: 390, height: 844 } })
  await signIn(page, site.app, '/', site.app.admin)
  const run = `/runs/${id}`
  const paths = [`/workflows/${workflowId}`, `/workflows/${workflowId}/plan`, `/workflows/${workflowId}/print`]
  for (const path of ['/', '/workflows', '/runs', ...paths, run, `${run}?view=story`, `${run}?view=map`]) {
    await page.goto(path)
    await page.getByText(word).filter({ visible: true }).first().waitFor()
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await expectNoSidewaysScroll(page).catch((cause: unknown) => {
        throw new Error(`${path} is wider than its window of ${width} pixels.`, { cause })
      })
    }
  }
  await close()
})

/** Names of rooms that are shown, and not whole in one line. */
const brokenNames = (page: Page) =>
  page
    .getByRole('navigation')
    .first()
    .locator('a span')
    .evaluateAll(names =>
      names
        .filter(({ clientWidth, clientHeight, scrollWidth }) => {
          const { fontSize } = getComputedStyle(document.querySelector('nav a')!)
          return clientWidth > 1 && (scrollWidth > clientWidth || clientHeight > 2 * Number.parseFloat(fontSize))
        })
        .map(({ textContent }) => textContent),
    )

test('with twice the text size the plan fits a phone, its sums are read in words, and a tablet shows what a phone would', async () => {
  const { page, close } = await openPage(site, { viewport: { width: 390, height: 844 } })
  await prefer(page, { appearance: { text_percent: 200 } })
  await signIn(page, site.app)
  await rooms.find(({ name }) => name === 'plan')?.open(page)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
  await expectNoSidewaysScroll(page)
  const lines = await page
    .getByText('This way takes', { exact: true })
    .evaluate(element => element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).fontSize))
  expect(lines).toBeLessThan(5)
  // It would cover what it sums up: it comes after it, and says how difficult that is as every other room does.
  const summary = page.getByRole('complementary', { name: 'Summary' })
  expect((await summary.boundingBox())?.y).toBeGreaterThan(844)
  await summary.getByText('Intermediate', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^Account/ }).click()
  const menu = await page.getByRole('menu').boundingBox()
  expect((menu?.x ?? 0) + (menu?.width ?? Infinity)).toBeLessThanOrEqual(390)
  await page.getByRole('menuitem', { name: 'Sign out' }).scrollIntoViewIfNeeded()
  await page.keyboard.press('Escape')
  expect(await brokenNames(page)).toEqual([])
  await page.setViewportSize({ width: 768, height: 1024 })
  await expect.poll(async () => (await page.getByRole('navigation').first().boundingBox())?.y).toBeGreaterThan(800)
  expect(await brokenNames(page)).toEqual([])
  await expectNoSidewaysScroll(page)

  // Without it, the longest names of rooms that there are stand whole, too.
  await prefer(page, { language: { interface: 'de' } })
  await page.reload()
  await page.getByRole('link', { name: 'Einstellungen' }).waitFor()
  expect(await brokenNames(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await brokenNames(page)).toEqual([])
  await close()
})

test(
  'A09: nothing sticks out sideways, in any room, from a tablet down to 320 pixels',
  { timeout: 120_000 },
  async () => {
    const { page, close } = await openPage(site, { viewport: { width: 1024, height: 768 } })
    await signIn(page, site.app)
    for (const { name, open } of rooms) {
      await page.setViewportSize({ width: 1024, height: 768 })
      await open(page)
      for (const width of [1024, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 700 })
        await expectNoSidewaysScroll(page).catch((cause: unknown) => {
          throw new Error(`${name} is wider than its window of ${width} pixels.`, { cause })
        })
      }
      await page.unrouteAll()
    }
    await close()
  },
)

test('A10: with wider spacing of letters, words and lines no text of the player is lost', async () => {
  const { page, close } = await visitRun(site, /Wallet/, { viewport: { width: 390, height: 844 } })
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  })
  expect(await cutTexts(page)).toEqual([])
  await expectNoSidewaysScroll(page)
  await close()
})

test('A11: pictures say what they show or are decoration, and names of controls contain what stands on them', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  for (const { name, open } of rooms) {
    await open(page)
    const faults = await page.evaluate(() => {
      const words = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
      const pictures = Array.from(document.querySelectorAll('img:not([alt])'), ({ outerHTML }) => outerHTML)
      const controls = Array.from(document.querySelectorAll<HTMLElement>('button, a[href], [role=tab]'))
        .filter(control => control.checkVisibility() && control.closest('[aria-hidden=true]') === null)
        .flatMap(control => {
          const label = control.getAttribute('aria-label')
          const text = words(control.innerText)
          if (label === null) return text === '' && !control.hasAttribute('aria-labelledby') ? [control.outerHTML] : []
          // Keys and counts beside the text are no part of its name.
          return text !== '' && /[a-z]{3}/.test(text) && !words(label).includes(text.split(/ ctrl| ⌘/)[0] ?? text)
            ? [`${label} shows “${text}”`]
            : []
        })
      return [...pictures, ...controls]
    })
    expect(faults, name).toEqual([])
    await page.unrouteAll()
  }
  await close()
})

test(
  'A07: the focus is always to be seen, on top of everything, with a ring of enough contrast, in any room',
  { timeout: 240_000 },
  async () => {
    const { page, close } = await openPage(site, { viewport: { width: 1440, height: 900 } })
    await signIn(page, site.app)
    for (const { name, open } of rooms) {
      await open(page)
      const { stops, faults } = await focusFaults(page, 120)
      expect(faults, name).toEqual([])
      expect(stops, name).toBeGreaterThan(name === 'nothing here' ? 1 : 5)
      await page.unrouteAll()
    }
    await close()
  },
)

test(
  'H01: with texts that are longer by two fifths no key shows, and nothing is cut off',
  { timeout: 240_000 },
  async () => {
    const { page, id: run, close } = await visitRun(site, /Wallet/, { viewport: { width: 1024, height: 768 } })
    const { executions } = asAdmin(site.app)
    const { workflow_id: workflow } = await executions.get({ params: { id: run } })
    const { id: ended } = await executions.start({ params: { id: workflow } })
    await executions.cancel({ params: { id: ended }, body: { reason: 'enough' } })
    await prefer(page, stretched)
    for (const path of [
      '/',
      '/templates',
      `/templates/${workflow}`,
      `/workflows/${workflow}/plan`,
      `/runs/${run}`,
      `/runs/${run}?view=story`,
      `/runs/${run}?view=map`,
      `/runs/${run}/print`,
      `/runs/${ended}/summary`,
      `/workflows/${workflow}/print`,
      '/runs',
      '/workflows',
      '/import',
      ...['', 'profile', 'appearance', 'language', 'player', 'shortcuts', 'timers', 'devices', 'people'].map(
        section => `/settings/${section}`,
      ),
      '/help',
      '/help/shortcuts',
      '/welcome',
    ]) {
      expect(await stretchedFaults(page, path), path).toEqual([])
    }
    await close()
  },
)

test('H02: in Arabic the app reads from right to left, with its rail and its arrows turned round, and the ways of the map meet its steps', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/, { viewport: { width: 1440, height: 900 } })
  await prefer(page, { language: { interface: 'ar' } })
  await page.goto('/templates')
  await page.locator('html[dir=rtl][lang=ar]').waitFor()
  const rail = await page.getByRole('navigation').first().boundingBox()
  const main = await page.getByRole('main').boundingBox()
  expect(rail?.x ?? 0).toBeGreaterThan(main?.x ?? Infinity)
  await expectNoSidewaysScroll(page)
  await page.goto(`/runs/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const back = page.getByRole('banner').getByRole('link').first()
  expect(await back.locator('svg').evaluate(icon => getComputedStyle(icon).scale)).toBe('-1 1')
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  // To the left is onwards.
  await page.keyboard.press('ArrowLeft')
  await page.waitForFunction(name => document.querySelector('h1')?.textContent !== name, title)
  // On the map each way ends where a step begins, as it does from left to right.
  await page.goto(`/runs/${id}?view=map`)
  await page.locator('.react-flow__edge-path').first().waitFor()
  const gaps = await page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll('.react-flow__handle'), handle => handle.getBoundingClientRect())
    const away = (value: number, from: number, to: number) => Math.max(from - value, 0, value - to)
    return Array.from(
      document.querySelectorAll<SVGPathElement>('.react-flow__viewport .react-flow__edge-path'),
    ).flatMap(path =>
      [0, path.getTotalLength()].map(length => {
        const { x, y } = path.getPointAtLength(length).matrixTransform(path.getScreenCTM() ?? undefined)
        return Math.min(
          ...boxes.map(({ left, right, top, bottom }) => Math.hypot(away(x, left, right), away(y, top, bottom))),
        )
      }),
    )
  })
  expect(gaps.length).toBeGreaterThan(20)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2)
  const drawn = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.react-flow__edges svg'), image => ({
      width: image.getBoundingClientRect().width,
      look: getComputedStyle(image.querySelector('path') ?? image).strokeDasharray,
    })),
  )
  // An image of no width is not drawn at all; the wallet has choices and a way back.
  expect(Math.min(...drawn.map(({ width }) => width))).toBeGreaterThan(0)
  expect(new Set(drawn.map(({ look }) => look)).size).toBeGreaterThan(1)
  await close()
})
