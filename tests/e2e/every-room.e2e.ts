import { boxPreset } from '@hidesync/server/testing/box-preset'
import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoSidewaysScroll, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { openRun } from './support/player.ts'
import { roomsOf } from './support/rooms.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const rooms = roomsOf(() => app)

/** What a person likes, as the device keeps it. */
const prefer = (page: Page, preferences: object) =>
  page.addInitScript(text => localStorage.setItem('hidesync.preferences', text), JSON.stringify(preferences))

/** Visible texts that their box cuts off, though nothing lets one scroll there. */
const cutTexts = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('body *'))
      .filter(element => {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, display } = getComputedStyle(element)
        if (display === 'none' || element.clientWidth <= 1 || textOverflow === 'ellipsis' || webkitLineClamp !== 'none')
          return false
        const isCutAcross = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
        const isCutBelow = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2
        return (isCutAcross || isCutBelow) && element.innerText.trim() !== ''
      })
      .map(element => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 60)}`),
  )

test('a name as long as a compound gets, without a place to break, widens no page', { timeout: 60_000 }, async () => {
  const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const client = app.client(app.admin.token)
  const { workflow, ...preset } = boxPreset(word)
  const steps = workflow.steps.map(step => ({ ...step, name: `${step.id}${word}`, warnings: [word] }))
  const { id: workflowId } = await client.presets.import({ body: { ...preset, workflow: { ...workflow, steps } } })
  await client.workflows.update({ params: { id: workflowId }, body: { status: 'active' } })
  const { id } = await client.executions.start({ params: { id: workflowId } })
  const { page, close } = await openPage(browser, app, { viewport: { width: 390, height: 844 } })
  await signIn(page, app, '/', app.admin)
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
  const { page, close } = await openPage(browser, app, { viewport: { width: 390, height: 844 } })
  await prefer(page, { appearance: { text_percent: 200 } })
  await signIn(page, app)
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
    const { page, close } = await openPage(browser, app, { viewport: { width: 1024, height: 768 } })
    await signIn(page, app)
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
  const { page, close } = await openPage(browser, app, { viewport: { width: 390, height: 844 } })
  await signIn(page, app)
  await openRun(page, app, /Wallet/)
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
  const { page, close } = await openPage(browser, app)
  await signIn(page, app)
  for (const { open } of rooms.filter(({ name }) => ['gallery', 'workflow page', 'player'].includes(name))) {
    await open(page)
    const faults = await page.evaluate(() => {
      const words = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()
      const pictures = Array.from(document.querySelectorAll('img:not([alt])'), ({ outerHTML }) => outerHTML)
      const controls = Array.from(document.querySelectorAll<HTMLElement>('button, a[href], [role=tab]'))
        .filter(control => control.checkVisibility())
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
    expect(faults).toEqual([])
  }
  await close()
})

/** What is wrong with how the control that has the focus shows it; null: nothing. It keeps the focus. */
const focusFault = (page: Page) =>
  page.evaluate(async () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    // Of a hidden input, what stands for it shows the ring; of a link that covers its card, the card.
    const shown = element.matches('input[type=radio], input[type=checkbox]')
      ? (element.closest('label') ?? element)
      : element
    const candidates = [
      shown,
      ...shown.querySelectorAll('*'),
      ...(shown.closest('article') ? [shown.closest('article')!] : []),
    ]
    const looks = () =>
      candidates.map(one => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one)
        const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
        return { width, colour: outlineColor, text: `${width} ${outlineColor} ${boxShadow}` }
      })
    const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!
    const luminance = (colours: readonly string[]) => {
      for (const colour of colours) {
        paint.fillStyle = colour
        paint.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = Array.from(paint.getImageData(0, 0, 1, 1).data, value => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    /** From the paper of the page to what lies right behind it. */
    const ground = (one: Element | null): string[] =>
      one === null ? ['white'] : [...ground(one.parentElement), getComputedStyle(one).backgroundColor]
    const withFocus = looks()
    const { left, top, width, height } = shown.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight - top - 1))
    const isOnTop = hit !== null && (shown.contains(hit) || hit.contains(shown))
    const drawn = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    element.blur()
    await drawn()
    const without = looks()
    element.focus({ preventScroll: true, focusVisible: true })
    await drawn()
    const contrasts = withFocus.flatMap(({ width: ring, colour, text }, index) => {
      if (ring < 2 || text === without[index]?.text) return []
      const behind = ground(candidates[index]?.parentElement ?? null)
      const [low = 0, high = 0] = [luminance(behind), luminance([...behind, colour])].toSorted((one, two) => one - two)
      return [(high + 0.05) / (low + 0.05)]
    })
    return isOnTop && Math.max(0, ...contrasts) >= 3
      ? null
      : `${element.outerHTML.slice(0, 160)} contrast: ${contrasts.join()}, on top: ${isOnTop}`
  })

test('A07: the focus is always to be seen, on top of everything, with a ring of enough contrast', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1440, height: 900 } })
  await signIn(page, app)
  for (const { name, open } of rooms.filter(room =>
    ['gallery', 'workflow page', 'player', 'runs'].includes(room.name),
  )) {
    await open(page)
    let stops = 0
    for (; stops < 120; stops++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement === document.body)) break
      expect(await focusFault(page), name).toBeNull()
    }
    expect(stops, name).toBeGreaterThan(7)
  }
  await close()
})

test(
  'H01: with texts that are longer by two fifths no key shows, and nothing is cut off',
  { timeout: 120_000 },
  async () => {
    const { page, close } = await openPage(browser, app, { viewport: { width: 1024, height: 768 } })
    await signIn(page, app)
    const run = await openRun(page, app, /Wallet/)
    const { workflow_id: workflow } = await app.client(app.admin.token).executions.get({ params: { id: run } })
    await prefer(page, { language: { interface: 'en-XA' } })
    for (const path of [
      '/',
      '/templates',
      `/templates/${workflow}`,
      `/workflows/${workflow}/plan`,
      `/runs/${run}`,
      `/runs/${run}?view=story`,
      '/runs',
      '/workflows',
      '/import',
      '/settings/appearance',
      '/settings/player',
      '/settings/shortcuts',
      '/help',
    ]) {
      await page.goto(path)
      await page.locator('html[lang=en-XA]').waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      const text = await page.locator('body').innerText()
      expect(text.match(/\b[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*\b(?!\.)/g) ?? [], path).toEqual([])
      expect(await cutTexts(page), path).toEqual([])
      await expectNoSidewaysScroll(page)
    }
    await close()
  },
)

test('H02: in Arabic the app reads from right to left, with its rail and its arrows turned round, and the ways of the map meet its steps', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1440, height: 900 } })
  await signIn(page, app)
  const id = await openRun(page, app, /Wallet/)
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
