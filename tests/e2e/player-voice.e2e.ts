import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heading, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
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

const runOf = (id: number) => app.client(app.admin.token).executions.get({ params: { id } })

interface Ears {
  started: number
  stopped: number
  say: (text: string, confidence?: number) => void
}

/** Ears and a mouth that a test can drive. */
function stubs(): void {
  const ears: Ears = { started: 0, stopped: 0, say: () => undefined }
  class Recognition extends EventTarget {
    start() {
      ears.started += 1
      ears.say = (transcript, confidence = 0.95) => {
        const result = Object.assign([{ transcript, confidence }], { isFinal: true })
        this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }))
      }
    }
    stop() {
      ears.stopped += 1
      this.dispatchEvent(new Event('end'))
    }
    abort() {
      this.stop()
    }
  }
  Object.assign(window, { ears, SpeechRecognition: Recognition, webkitSpeechRecognition: Recognition })
}

async function withVoice(voice: object | null, name = /Wallet/) {
  const visit = await openPage(browser, app)
  visit.page.setDefaultTimeout(60_000)
  await visit.page.addInitScript(stubs)
  if (voice !== null)
    await visit.page.addInitScript(kept => {
      localStorage.setItem('hidesync.preferences', JSON.stringify({ voice: kept }))
    }, voice)
  await signIn(visit.page, app)
  const id = await openRun(visit.page, app, name)
  return { ...visit, id }
}
const microphone = (page: Page) => page.locator('[data-microphone]')
const ears = (page: Page) => page.evaluate(() => ({ ...(window as unknown as { ears: Ears }).ears }))
const hear = (page: Page, text: string, confidence = 0.95) =>
  page.evaluate(([said, sure]) => (window as unknown as { ears: Ears }).ears.say(said, sure), [
    text,
    confidence,
  ] as const)

test('E01: without speech recognition there is no microphone, and no error', async () => {
  const { page, complaints, close } = await openPage(browser, app)
  await page.addInitScript(() => {
    Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined })
  })
  await signIn(page, app)
  await openRun(page, app, /Wallet/)
  await page.getByRole('button', { name: 'Read aloud' }).or(page.getByRole('combobox')).first().waitFor()
  expect(await microphone(page).count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('E02: before anybody listens it is asked, and a no is remembered', async () => {
  const { page, close } = await withVoice({ mode: 'toggle', consent: null })
  await microphone(page).click()
  await page
    .getByRole('dialog', { name: 'May the workshop listen?' })
    .getByRole('button', { name: 'No, thanks' })
    .click()
  await microphone(page).click()
  await page.getByText('You chose that nobody listens').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await ears(page)).toMatchObject({ started: 0 })
  expect(await page.evaluate(() => localStorage.getItem('hidesync.preferences'))).toContain('"consent":false')
  await close()
})

test(
  'E03: what is said is answered, and what is to be done is done, with a way back',
  { timeout: 120_000 },
  async () => {
    const { page, id, close } = await withVoice({ mode: 'toggle', consent: true })
    await microphone(page).click()
    await hear(page, 'what materials do I need')
    await page.getByRole('search').locator('output').waitFor()
    expect((await runOf(id)).progress.completed_steps).toBe(0)
    await hear(page, 'complete')
    await expect.poll(async () => (await runOf(id)).progress.completed_steps, { timeout: 30_000 }).toBe(1)
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).waitFor()
    await close()
  },
)

test('E04: to cancel takes a spoken yes, and noise does nothing', { timeout: 120_000 }, async () => {
  const { page, id, close } = await withVoice({ mode: 'toggle', consent: true })
  await microphone(page).click()
  const { version } = await runOf(id)
  await hear(page, 'complete', 0.3)
  await hear(page, 'cancel workflow')
  const output = page.getByRole('search').locator('output')
  await output.getByRole('button', { name: 'Yes' }).waitFor()
  expect((await runOf(id)).version).toBe(version)
  await hear(page, 'yes')
  await expect.poll(async () => (await runOf(id)).status, { timeout: 30_000 }).toBe('cancelled')
  await close()
})

test('E05: nobody listens while something is read aloud', async () => {
  const { page, close } = await openPage(browser, app)
  await page.addInitScript(stubs)
  await page.addInitScript(() => {
    localStorage.setItem('hidesync.preferences', JSON.stringify({ voice: { mode: 'toggle', consent: true } }))
    const spoken: SpeechSynthesisUtterance[] = []
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak: (one: SpeechSynthesisUtterance) => spoken.push(one), cancel: () => undefined },
    })
  })
  await signIn(page, app)
  await openRun(page, app, /Wallet/)
  await microphone(page).click()
  await expect.poll(() => microphone(page).getAttribute('data-state')).toBe('listening')
  await page.getByRole('button', { name: 'Read aloud' }).click()
  await expect.poll(() => microphone(page).getAttribute('data-state')).toBe('paused')
  const { started } = await ears(page)
  // Any key stops the reading; then somebody listens again.
  await page.keyboard.press('j')
  await expect.poll(() => microphone(page).getAttribute('data-state')).toBe('listening')
  expect((await ears(page)).started).toBeGreaterThan(started)
  await close()
})

async function onTouch(swipe: string, direction = 'ltr') {
  const visit = await openPage(browser, app, { hasTouch: true, isMobile: true, viewport: { width: 800, height: 900 } })
  await visit.page.addInitScript(kept => {
    localStorage.setItem('hidesync.preferences', JSON.stringify({ player: { swipe: kept } }))
  }, swipe)
  await signIn(visit.page, app)
  const id = await openRun(visit.page, app, /Wallet/)
  await visit.page.evaluate(dir => (document.dir = dir), direction)
  const finger = await visit.page.context().newCDPSession(visit.page)
  return { ...visit, id, finger }
}
const put = (finger: CDPSession, type: string, x: number, y: number) =>
  finger.send('Input.dispatchTouchEvent', {
    type: type as 'touchStart',
    touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
  })

async function swipe(finger: CDPSession, to: number, down = 0): Promise<void> {
  await put(finger, 'touchStart', 400, 260)
  for (const part of [0.25, 0.5, 0.75, 1]) await put(finger, 'touchMove', 400 + to * part, 260 + down * part)
  await put(finger, 'touchEnd', 400 + to, 260 + down)
}
const stepOf = (page: Page) => new URL(page.url()).searchParams.get('step')

test('E06: a swipe looks on or back, the other way round from right to left and by setting, and never while scrolling', async () => {
  for (const [setting, direction, onward] of [
    ['steps', 'ltr', 160],
    ['pages', 'ltr', -160],
    ['steps', 'rtl', -160],
  ] as const) {
    const { page, finger, close } = await onTouch(setting, direction)
    await swipe(finger, 40, 160)
    await swipe(finger, -onward)
    expect(stepOf(page)).toBeNull()
    await swipe(finger, onward)
    await page.getByText('You are looking at step 2.').waitFor()
    await close()
  }
})

test('E07: a finger that rests completes the step; one that is taken off early or elsewhere does not', async () => {
  const { page, id, finger, close } = await onTouch('steps')
  const first = await heading(page)
  const rest = async (ms: number, to = 0) => {
    await put(finger, 'touchStart', 400, 260)
    await page.waitForTimeout(ms)
    if (to !== 0) await put(finger, 'touchMove', 400, 260 + to)
    await put(finger, 'touchEnd', 400, 260 + to)
  }
  await rest(300)
  await rest(700, 30)
  await page.waitForTimeout(200)
  expect((await runOf(id)).progress.completed_steps).toBe(0)
  await rest(750)
  await page.waitForFunction(name => document.querySelector('h1')?.textContent !== name, first)
  await expect.poll(async () => (await runOf(id)).progress.completed_steps).toBe(1)
  await close()
})

test('E08: each gesture has a button that one sees', async () => {
  const { page, close } = await onTouch('steps')
  for (const name of [/step after/, /step before/, /^Complete|^All gathered/, /^Story$/, /^Map$/, /^Focus$/])
    expect(await page.getByRole('button', { name }).first().isVisible()).toBe(true)
  await close()
})
