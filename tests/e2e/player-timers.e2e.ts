import { afterEach, beforeAll, expect, test } from 'vitest'
import { stubAlarm, type Alarm } from './support/alarm.ts'
import { provideSite } from './support/site.ts'
import { startWorker, withInspection, type Worker } from './support/worker.ts'

const minute = 60_000
const layOut = 'Lay out the leather'

/** How far the clocks of the server and of the page were put forward together. */
let ahead = 0
const site = provideSite({ ...withInspection, now: () => new Date(Date.now() + ahead) })
let worker: Worker
beforeAll(async () => {
  worker = await startWorker(site)
  const { page } = worker
  await page.addInitScript(stubAlarm)
  await page.clock.install()
})
afterEach(() => {
  if (worker.complaints.length > 0) throw new Error(worker.complaints.join('\n'))
})

const forward = async (minutes: number) => {
  ahead += minutes * minute
  await worker.page.clock.fastForward(minutes * minute)
}
const startTimer = (id: number, label: string, minutes: number) =>
  worker.client.timers.start({
    params: { id },
    body: { label, minutes, step_id: worker.stepId(layOut) },
  })
/** A run at the step to which the timers belong, with some of them. */
const withTimers = async (timers: Readonly<Record<string, number>>) => {
  const id = await worker.workOn(['Read the plan'])
  for (const [label, minutes] of Object.entries(timers)) await startTimer(id, label, minutes)
  await worker.page.reload()
  await card(Object.keys(timers)[0] ?? '').waitFor()
  return id
}
const card = (label: string) => worker.page.locator('main').getByRole('timer', { name: label, exact: true })
const button = (name: string) => worker.page.locator('main').getByRole('button', { name, exact: true })

/** Seconds by which what the page shows differs from what the server has. */
const error = async (label: string) => {
  const [minutes = 0, seconds = 0] = (await card(label).innerText()).split(':').map(Number)
  const known = (await worker.client.timers.mine({})).find(timer => timer.label === label)
  return Math.abs(minutes * 60 + seconds - (known?.remaining ?? Infinity) * 60)
}

test('C23: two timers run at once over navigation, a reload and ten minutes, and each can be held, lengthened and begun again', async () => {
  const { page } = worker
  await withTimers({ Rest: 12, Tea: 20 })
  await button('+5 min: Rest').click()
  await expect.poll(() => card('Rest').innerText()).toMatch(/^1[67]:/)
  await page.getByRole('link', { name: 'Back to all runs' }).click()
  await page.getByRole('button', { name: 'Timers: 2' }).waitFor()
  await page.goBack()
  await card('Tea').waitFor()
  await forward(10)
  await page.reload()
  await card('Tea').waitFor()
  expect((await card('Rest').boundingBox())?.height).toBeGreaterThanOrEqual(64)
  await expect.poll(() => error('Rest')).toBeLessThanOrEqual(1)
  await expect.poll(() => error('Tea')).toBeLessThanOrEqual(1)

  await button('Pause: Rest').click()
  await page.locator('main').getByText('Paused', { exact: true }).waitFor()
  const held = await card('Rest').innerText()
  await forward(3)
  expect(await card('Rest').innerText()).toBe(held)
  await button('Start again: Rest').click()
  await expect.poll(() => card('Rest').innerText()).toMatch(/^(17:00|16:5\d)$/)
  await expect.poll(() => error('Rest')).toBeLessThanOrEqual(1)
  for (const label of ['Rest', 'Tea']) {
    await button(`Remove: ${label}`).click()
    await card(label).waitFor({ state: 'detached' })
  }
})

test('C24: the end of timers is an alert that names each, in the title, to be heard, felt and seen elsewhere, until it is acknowledged', async () => {
  const { page } = worker
  await withTimers({ Glue: 9, Dye: 9, Wax: 9 })
  const alarm = () => page.evaluate(() => (window as unknown as { alarm: Alarm }).alarm)
  const line = page.locator('main output').filter({ hasText: 'The alarm' })
  await line.getByText('notices off').waitFor()
  await line.getByRole('button', { name: 'Turn on notices' }).click()
  await line.getByText('notices on').waitFor()
  await line.getByText('sound on').waitFor()
  expect((await alarm()).tones).toBe(0)

  await forward(10)
  const alert = page.getByRole('alert').filter({ hasText: 'Time is up' })
  await alert.getByText('Time is up: Glue').waitFor()
  await alert.getByText('Time is up: Dye').waitFor()
  await alert.getByRole('button', { name: 'Stop: Wax' }).click()
  await page.getByText('Time is up: Wax').waitFor({ state: 'detached' })
  await expect.poll(() => page.title()).toMatch(/^\((Time is up|\+0\d:\d\d)\)/)
  await expect.poll(async () => (await alarm()).shown.toSorted()).toEqual(['Time is up: Dye', 'Time is up: Glue'])
  // Nobody wants it over a sheet that is being printed.
  await page.emulateMedia({ media: 'print' })
  const box = page.locator('[role=alert]').filter({ hasText: 'Time is up' })
  expect(await box.evaluate(element => getComputedStyle(element).display)).toBe('none')
  await page.emulateMedia({ media: null })
  const { tones, state } = await alarm()
  expect([tones > 0, state]).toEqual([true, 'running'])
  await page.clock.runFor(5_000)
  await expect.poll(async () => (await alarm()).tones).toBeGreaterThan(tones)
  expect((await alarm()).vibrations).toBeGreaterThan(0)

  await alert.getByRole('button', { name: 'Stop all 2 alarms' }).click()
  await page.getByText('Time is up: Glue').waitFor({ state: 'detached' })
  await page.getByText('Time is up: Dye').waitFor({ state: 'detached' })
  const silent = (await alarm()).tones
  await page.clock.runFor(5_000)
  const after = await alarm()
  expect([after.tones, after.shown]).toEqual([silent, []])
  expect(await page.title()).not.toMatch(/Time is up|\+/)
})

test('C25: a clock itself is quiet; half-time, five minutes and one minute are spoken, the end at once, and no more', async () => {
  const { page } = worker
  await withTimers({ Soak: 30 })
  expect(await card('Soak').getAttribute('aria-live')).toBeNull()
  expect(await card('Soak').evaluate(element => element.closest('[aria-live], output, [role=status]'))).toBeNull()
  await page.evaluate(() => {
    const said: [string, string][] = []
    Object.assign(window, { said })
    const live = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('output, [role=status], [role=alert], [aria-live]')
    new MutationObserver(changes => {
      for (const { target, addedNodes, type } of changes) {
        const region = live(target)
        const text =
          type === 'characterData' ? target.textContent : [...addedNodes].map(one => one.textContent).join(' ')
        if (region && text && /Soak/.test(text)) said.push([region.getAttribute('role') ?? 'status', text])
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  for (let passed = 0; passed < 30; passed++) {
    await forward(1)
    // Each look is drawn before the next.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  }
  await page.clock.runFor(2_000)
  await page.getByRole('alert').getByText('Time is up: Soak').waitFor()
  const said = await page.evaluate(() => (window as unknown as { said: [string, string][] }).said)
  expect(said).toEqual([
    ['status', 'Soak: 15 minutes left.'],
    ['status', 'Soak: 5 minutes left.'],
    ['status', 'Soak: 1 minute left.'],
    ['alert', expect.stringContaining('Time is up: Soak')],
  ])
})
