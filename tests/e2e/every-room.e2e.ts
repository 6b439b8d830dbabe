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

test('A09: on a screen of 320 pixels nothing sticks out sideways, in any room', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1024, height: 768 } })
  await signIn(page, app)
  for (const { name, open } of rooms) {
    await page.setViewportSize({ width: 1024, height: 768 })
    await open(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page).catch((cause: unknown) => {
      throw new Error(`${name} is wider than its window.`, { cause })
    })
    await page.unrouteAll()
  }
  await close()
})

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

test('A07: the focus is always to be seen, on top of everything, with a ring of enough contrast', async () => {
  const { page, close } = await openPage(browser, app, { viewport: { width: 1440, height: 900 } })
  await signIn(page, app)
  for (const { open } of rooms.filter(({ name }) => ['gallery', 'player'].includes(name))) {
    await open(page)
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press('Tab')
      const fault = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return null
        // Of a hidden input, what stands for it shows the ring.
        const shown = element.matches('input[type=radio], input[type=checkbox]')
          ? (element.closest('label') ?? element)
          : element
        // A card shows the ring for its link.
        const rings = [shown, ...shown.querySelectorAll('*'), shown.closest('article') ?? shown].filter(one => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
        })
        const { left, top, width, height } = shown.getBoundingClientRect()
        const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight - top - 1))
        const isOnTop = hit !== null && (shown.contains(hit) || hit.contains(shown))
        return rings.length > 0 && isOnTop
          ? null
          : `${element.outerHTML.slice(0, 160)} rings: ${rings.length}, on top: ${isOnTop}`
      })
      expect(fault).toBeNull()
    }
  }
  await close()
})

test(
  'H01: with texts that are longer by two fifths no key shows, and nothing is cut off',
  { timeout: 120_000 },
  async () => {
    const { page, close } = await openPage(browser, app, { viewport: { width: 1024, height: 768 } })
    await signIn(page, app)
    await prefer(page, { language: { interface: 'en-XA' } })
    for (const path of [
      '/',
      '/templates',
      '/runs',
      '/workflows',
      '/import',
      '/settings/appearance',
      '/settings/player',
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

test('H02: in Arabic the app reads from right to left, with its rail and its arrows turned round', async () => {
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
  await close()
})
