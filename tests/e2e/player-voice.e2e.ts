import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn } from './support/app.ts'
import { onward, openRun, runOf } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

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
  const visit = await openPage(site)
  visit.page.setDefaultTimeout(60_000)
  await visit.page.addInitScript(stubs)
  if (voice !== null)
    await visit.page.addInitScript(kept => {
      localStorage.setItem('hidesync.preferences', JSON.stringify({ voice: kept }))
    }, voice)
  await signIn(visit.page, site.app)
  const id = await openRun(visit.page, site.app, name)
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
  const { page, complaints, close } = await openPage(site)
  await page.addInitScript(() => {
    Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined })
  })
  await signIn(page, site.app)
  await openRun(page, site.app, /Wallet/)
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
    const first = await heading(page)
    await hear(page, 'what materials do I need')
    await page.getByRole('search').locator('output').getByText(`“${first}”`).waitFor()
    const completed = async () => (await runOf(site.app, id)).progress.completed_steps
    expect(await completed()).toBe(0)
    await onward(page, () => hear(page, 'complete'))
    await expect.poll(completed, { timeout: 30_000 }).toBe(1)
    const undo = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' })
    await onward(page, () => undo.click())
    await expect.poll(completed).toBe(0)
    await page.keyboard.press('l')
    const said = page.getByRole('log').getByRole('listitem').filter({ hasText: '“what materials do I need”' })
    expect(await said.innerText()).toContain(`“${first}”`)
    await close()
  },
)

test('E04: to cancel takes a spoken yes, and noise does nothing', { timeout: 120_000 }, async () => {
  const { page, id, close } = await withVoice({ mode: 'toggle', consent: true })
  await microphone(page).click()
  const { version } = await runOf(site.app, id)
  await hear(page, 'complete', 0.3)
  await hear(page, 'cancel workflow')
  const output = page.getByRole('search').locator('output')
  await output.getByRole('button', { name: 'Yes' }).waitFor()
  expect((await runOf(site.app, id)).version).toBe(version)
  await hear(page, 'yes')
  await expect.poll(async () => (await runOf(site.app, id)).status, { timeout: 30_000 }).toBe('cancelled')
  await close()
})

test('E05: nobody listens while something is read aloud', async () => {
  const { page, close } = await openPage(site)
  await page.addInitScript(stubs)
  await page.addInitScript(() => {
    localStorage.setItem('hidesync.preferences', JSON.stringify({ voice: { mode: 'toggle', consent: true } }))
    const spoken: SpeechSynthesisUtterance[] = []
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak: (one: SpeechSynthesisUtterance) => spoken.push(one), cancel: () => undefined },
    })
  })
  await signIn(page, site.app)
  await openRun(page, site.app, /Wallet/)
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

async function onTouch(swipe: string) {
  const visit = await openPage(site, { hasTouch: true, isMobile: true, viewport: { width: 800, height: 900 } })
  await visit.page.addInitScript(kept => {
    if (localStorage.getItem('hidesync.preferences') === null)
      localStorage.setItem('hidesync.preferences', JSON.stringify({ player: { swipe: kept } }))
  }, swipe)
  await signIn(visit.page, site.app)
  const id = await openRun(visit.page, site.app, /Wallet/)
  const finger = await visit.page.context().newCDPSession(visit.page)
  return { ...visit, id, finger }
}
type Point = readonly [x: number, y: number]
const touch = (finger: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
  finger.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })

/** Fingers that go from where they are put down to where they are taken off. */
async function drag(finger: CDPSession, from: readonly Point[], to: readonly Point[]): Promise<void> {
  await touch(finger, 'touchStart', from)
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch(
      finger,
      'touchMove',
      from.map(([x, y], at) => {
        const [endX, endY] = to[at] ?? [x, y]
        return [x + (endX - x) * part, y + (endY - y) * part]
      }),
    )
  await touch(finger, 'touchEnd', [])
}
const swipe = (finger: CDPSession, to: number, down = 0) => drag(finger, [[400, 260]], [[400 + to, 260 + down]])
const stepOf = (page: Page) => new URL(page.url()).searchParams.get('step')

test('E06: a swipe looks on or back, the other way round from right to left and by setting, and never while scrolling', async () => {
  for (const [setting, language, ahead] of [
    ['steps', 'en', 160],
    ['pages', 'en', -160],
    ['steps', 'ar', -160],
  ] as const) {
    const { page, id, finger, close } = await onTouch(setting)
    const { steps } = await asAdmin(site.app).workflows.get({ params: { id: (await runOf(site.app, id)).workflow_id } })
    const second = String(steps.find(step => step.display_order === 2)?.id)
    const first = await heading(page)
    if (language !== 'en') {
      await page.evaluate(
        kept => {
          const player = { swipe: kept.setting }
          localStorage.setItem(
            'hidesync.preferences',
            JSON.stringify({ player, language: { interface: kept.language } }),
          )
        },
        { setting, language },
      )
      await page.reload()
      await page.locator(`html[lang=${language}]`).waitFor()
      // What is drawn while the run is fetched has a heading, too.
      await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor()
    }
    // A text that is written from left to right is so amid an interface from right to left.
    const text = page.locator('[data-instructions]').first()
    expect(await text.evaluate(box => getComputedStyle(box).direction), language).toBe('ltr')
    await swipe(finger, ahead)
    await expect.poll(() => stepOf(page), { message: `${setting} ${language}` }).toBe(second)
    // The finger goes on, but rather down than aside: that scrolls.
    await swipe(finger, ahead / 4, 160)
    await page.evaluate(() => scrollTo(0, 0))
    expect(stepOf(page), setting).toBe(second)
    await swipe(finger, -ahead)
    await expect.poll(() => stepOf(page), { message: `${setting} ${language}` }).toBeNull()
    await close()
  }
})

test('E07: a finger that rests completes the step; one that is taken off early or elsewhere does not', async () => {
  const { page, id, finger, close } = await onTouch('steps')
  const first = await heading(page)
  const rest = async (ms: number, to = 0) => {
    await touch(finger, 'touchStart', [[400, 260]])
    await page.waitForTimeout(ms)
    if (to !== 0) await touch(finger, 'touchMove', [[400, 260 + to]])
    await touch(finger, 'touchEnd', [])
  }
  const main = page.getByRole('button', { name: /^(Complete|All gathered)/ })
  const place = await main.boundingBox()
  /** Whether a press in the middle of the large button would press it, at the moment at which the next step comes into view. */
  const isPressed = page.evaluate(
    ({ x, y }) =>
      new Promise<boolean>(answer => {
        const title = () => document.querySelector('h1')?.textContent
        const before = title()
        const look = () => {
          if (title() === before) return
          changes.disconnect()
          answer(document.elementFromPoint(x, y)?.closest('button') !== null)
        }
        const changes = new MutationObserver(look)
        changes.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    { x: (place?.x ?? NaN) + (place?.width ?? NaN) / 2, y: (place?.y ?? NaN) + (place?.height ?? NaN) / 2 },
  )
  await rest(300)
  await rest(700, 30)
  await page.waitForTimeout(200)
  expect((await runOf(site.app, id)).progress.completed_steps).toBe(0)
  await rest(750)
  await page.waitForFunction(name => document.querySelector('h1')?.textContent !== name, first)
  await expect.poll(async () => (await runOf(site.app, id)).progress.completed_steps).toBe(1)
  // The second half of a double tap finds nothing there; a press that is meant does.
  expect(await isPressed).toBe(false)
  await main.tap({ trial: true })
  await close()
})

const tap = async (finger: CDPSession) => {
  await touch(finger, 'touchStart', [[400, 260]])
  await touch(finger, 'touchEnd', [])
}
const near: readonly Point[] = [
  [190, 260],
  [270, 260],
]
const apart: readonly Point[] = [
  [60, 260],
  [400, 260],
]

test('E08: each gesture has a button that one sees, and that does the same', { timeout: 60_000 }, async () => {
  const { page, finger, id, close } = await onTouch('steps')
  const place = () => Promise.resolve(new URL(page.url()).search)
  const unfolded = () => page.getByRole('button', { name: /^More detail/ }).getAttribute('aria-expanded')
  type Deed = readonly [from: string, gesture: () => Promise<void>, button: RegExp, effect: () => Promise<unknown>]
  const deeds: readonly Deed[] = [
    ['', () => swipe(finger, 160), /step after/, place],
    ['?step=', () => swipe(finger, -160), /step before/, place],
    ['', () => tap(finger).then(() => tap(finger)), /^Story$/, place],
    ['', () => drag(finger, apart, near), /^Map$/, place],
    ['?view=story', () => drag(finger, near, apart), /^Focus$/, place],
    ['', () => drag(finger, near, apart), /^More detail/, unfolded],
  ]
  const { steps } = await asAdmin(site.app).workflows.get({ params: { id: (await runOf(site.app, id)).workflow_id } })
  const third = steps.find(step => step.display_order === 3)?.id
  for (const [from, gesture, name, effect] of deeds) {
    const after: unknown[] = []
    for (const act of [gesture, () => page.getByRole('button', { name }).first().click()]) {
      await page.goto(`/runs/${id}${from === '?step=' ? `?step=${third}` : from}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('button', { name }).first().waitFor()
      const before = await effect()
      await act()
      await expect.poll(effect, { message: String(name) }).not.toEqual(before)
      after.push(await effect())
    }
    expect(after[0], String(name)).toEqual(after[1])
  }
  await page.goto(`/runs/${id}`)
  const completed = async () => (await runOf(site.app, id)).progress.completed_steps
  await page.getByRole('button', { name: /^Complete|^All gathered/ }).click()
  await expect.poll(completed).toBe(1)
  await close()
})
