import { RawBody } from '@hidesync/contract/http/raw-body'
import { expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn } from './support/app.ts'
import { advance, onward, openRun, runOf, standing, visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('U takes the last step back, says what it took back, and the run is as before', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const first = await heading(page)
  await advance(page)
  expect(await heading(page)).not.toBe(first)
  await page.getByText(`Done: ${first}`).waitFor()
  await onward(page, () => page.keyboard.press('u'))
  expect(await heading(page)).toBe(first)
  await page.getByRole('status').filter({ hasText: first }).waitFor()
  const standsAtFirst = async () => {
    const { progress, current_step_id, step_executions = [] } = await runOf(site.app, id)
    const status = step_executions.find(step => step.step_id === current_step_id)?.status
    return [progress.completed_steps, progress.current_step_name, status]
  }
  await expect.poll(standsAtFirst).toEqual([0, first, 'active'])
  await close()
})

test('a number key selects an option, Enter confirms it, and the run goes the way that the card foretold', async () => {
  const { page, id, close } = await visitRun(site, /Box/)
  for (let step = 0; step < 2; step++) await advance(page)
  const cards = page.getByRole('radiogroup').locator('label')
  const foretold = /Next: ([^·]+?)(?: ·|$)/m.exec(await cards.nth(1).innerText())?.[1]
  await page.keyboard.press('Control+Enter')
  await page.getByText('is the usual choice').waitFor()
  await page.keyboard.press('2')
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
  await onward(page, () => page.keyboard.press('Enter'))
  expect(await heading(page)).toBe(foretold)
  // What the choice ruled out is struck through, with the reason.
  await page
    .getByRole('complementary', { name: 'Path' })
    .getByText(/Not on your way · .*led to/)
    .first()
    .waitFor()
  await expect.poll(async () => (await runOf(site.app, id)).progress.current_step_name).toBe(foretold)

  // It numbers no step anew: of the steps one is told how many are done and to do, here as in the list of runs.
  const { completed_steps: done, total_steps: total } = (await runOf(site.app, id)).progress
  expect(total).toBeLessThan(18)
  await page.getByText('Step 5 of 18').waitFor()
  const counts = new RegExp(`^${done} done, ${total - done} to do · `)
  await page.getByRole('banner').getByText(counts).waitFor()
  await page.getByRole('link', { name: 'Back to all runs' }).click()
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: new RegExp(`run ${id}$`) }) })
  await row.getByText(`Now: ${foretold}`).waitFor()
  expect(await row.getByRole('progressbar').getAttribute('aria-valuetext')).toMatch(counts)
  await close()
})

test('a timer from the text and the clock of a time step survive a reload', async () => {
  const { page, close } = await visitRun(site, /Box/)
  for (let step = 0; step < 12 && !(await page.locator('main').getByRole('timer').isVisible()); step++) {
    if ((await standing(page)) === 'decision') await page.keyboard.press('1')
    await advance(page)
  }
  // The clock of the step, not the timers that are started on it.
  const clock = page.locator('main').getByRole('timer', { name: await heading(page), exact: true })
  const seconds = async () => {
    const [minutes = 0, rest = 0] = (await clock.innerText()).split(':').map(Number)
    return minutes * 60 + rest
  }
  await page
    .getByRole('button', { name: /: start a timer$/ })
    .first()
    .click()
  const before = await seconds()
  await page.getByRole('button', { name: /^Timers: 2$/ }).waitFor()
  await page.reload()
  await clock.waitFor()
  const after = await seconds()
  expect(before - after).toBeGreaterThanOrEqual(0)
  expect(before - after).toBeLessThan(60)
  await page.keyboard.press('Shift+T')
  const tray = page.getByRole('dialog', { name: 'Timers' })
  await expect.poll(() => tray.getByRole('timer').count()).toBe(2)
  await close()
})

test('C11: looking at other steps changes nothing, Escape returns, and the browser goes back and forth between them', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const first = await heading(page)
  const { version } = await runOf(site.app, id)
  await onward(page, () => page.keyboard.press('n'))
  await page.getByText('You are looking at step 2. The run is at step 1.').waitFor()
  expect(await page.getByRole('button', { name: /^Complete/ }).count()).toBe(0)
  await onward(page, () => page.keyboard.press('Escape'))
  expect(await heading(page)).toBe(first)
  await onward(page, async () => void (await page.goBack()))
  await page.getByText('You are looking at step 2.').waitFor()
  await page.reload()
  await page.getByText('You are looking at step 2.').waitFor()
  expect((await runOf(site.app, id)).version).toBe(version)
  await close()
})

test('going to a step ahead lists what it passes over, and asks', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const path = page.getByRole('complementary', { name: 'Path' })
  await path.getByRole('button', { name: /^2\. / }).click()
  await page.getByRole('button', { name: 'Go here' }).click()
  const dialog = page.getByRole('dialog', { name: /^Go to/ })
  await dialog.getByRole('listitem').first().waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(1)
  await dialog.getByRole('button', { name: 'Pass over and go' }).click()
  await page.getByText('Step 2 of 12').waitFor()
  await path.getByText(/Skipped/).waitFor()
  await expect
    .poll(async () => (await runOf(site.app, id)).step_executions?.filter(step => step.status === 'skipped'))
    .toHaveLength(1)
  await close()
})

test('a note is kept on the device while it is written, and on the run once it is saved', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  await page.keyboard.press('i')
  await page.keyboard.type('edge was dry')
  await page.reload()
  const field = page.getByLabel('Write a note on this step')
  await field.waitFor()
  expect(await field.inputValue()).toBe('edge was dry')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByText('Note saved').waitFor()
  expect(await field.inputValue()).toBe('')
  await page.getByRole('tab', { name: 'Log' }).click()
  await page.getByRole('log').getByText('edge was dry').waitFor()
  const noteOf = async () => {
    const run = await runOf(site.app, id)
    return run.step_executions?.find(step => step.step_id === run.current_step_id)?.notes ?? ''
  }
  await expect.poll(noteOf).toContain('edge was dry')
  await close()
})

test('what is at hand stays ticked for the run', async () => {
  const { page, close } = await visitRun(site, /Wallet/)
  for (let step = 0; step < 6 && !(await page.getByRole('checkbox').first().isVisible()); step++) await advance(page)
  await page.locator('label:has(input[type=checkbox])').first().click()
  await page.getByText(/^1 of \d+ at hand$/).waitFor()
  await page.reload()
  await page.getByText(/^1 of \d+ at hand$/).waitFor()
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  await close()
})

test('when somebody else was faster, nothing is done twice and a card says who did what', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const other = asAdmin(site.app)
  const { current_step_id } = await runOf(site.app, id)
  await page.route('**/sync', route => route.abort())
  await page.keyboard.press('Control+Enter')
  await page.getByText('Step 2 of 12').waitFor()
  await other.executions.complete({ params: { id, step_id: current_step_id! } })
  await page.unroute('**/sync')
  const card = page.getByRole('note', { name: 'Needs attention' })
  await card.getByRole('button', { name: 'Discard' }).click()
  await card.waitFor({ state: 'detached' })
  await expect.poll(async () => (await runOf(site.app, id)).progress.completed_steps).toBe(1)
  await close()
})

test('pausing stops the work until it is resumed, and cancelling asks first and ends at the result', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Pause the run' }).click()
  await page.getByText('The run is paused').waitFor()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('button', { name: /^(Complete|All gathered)/ }).waitFor()
  await more.click()
  await page.getByRole('menuitem', { name: 'Cancel the run' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Cancel the run of Basic Leather Wallet?' })
  await dialog.getByRole('button', { name: 'Go back' }).click()
  await expect.poll(async () => (await runOf(site.app, id)).status).toBe('active')
  await more.click()
  await page.getByRole('menuitem', { name: 'Cancel the run' }).click()
  await dialog.getByLabel('Why?').fill('leather too thin')
  await dialog.getByRole('button', { name: 'Cancel the run' }).click()
  await page.getByText('This run was cancelled.').waitFor()
  await page.getByText('leather too thin').waitFor()
  await expect.poll(async () => (await runOf(site.app, id)).status).toBe('cancelled')
  await close()
})

test('a run that is open elsewhere says on what and by whom, and is no longer open where it was left', async () => {
  const account = await site.app.createUser()
  const mia = site.app.client((await site.app.createUser({ display_name: 'Mia' })).token)
  const computer = await openPage(site)
  await signIn(computer.page, site.app, '/', account)
  const id = await openRun(computer.page, site.app, /Wallet/)
  await advance(computer.page)
  const phone = {
    params: { id, device_id: '5f0c6c0e-9d1a-4a51-8a5e-0b8c1f6f2a01' },
    body: { device: 'phone' },
  } as const
  const seenByMia = async () => (await mia.presence.announce(phone)).map(({ device }) => device)
  await expect.poll(seenByMia).toEqual(['computer'])

  const tablet = await openPage(site, {
    viewport: { width: 820, height: 1180 },
    screen: { width: 820, height: 1180 },
    hasTouch: true,
    isMobile: true,
  })
  await signIn(tablet.page, site.app, '/', account)
  await tablet.page.goto(`/runs/${id}`)

  await tablet.page.getByRole('status').filter({ hasText: 'Also open on your computer.' }).waitFor()
  await tablet.page.getByRole('listitem').filter({ hasText: 'Also open on your computer.' }).waitFor()
  await tablet.page.getByRole('listitem').filter({ hasText: 'Mia has this open, too, on a phone.' }).waitFor()
  await expect.poll(seenByMia).toEqual(['computer', 'tablet'])
  await tablet.page.getByRole('link', { name: 'Back to all runs' }).tap()
  await expect.poll(seenByMia).toEqual(['computer'])
  await computer.page.close()
  await expect.poll(seenByMia).toEqual([])
  await computer.close()
  await tablet.close()
})

test('a timer that another device starts and stops, a note and a photo from there are seen while nothing else happens', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const { timers, executions, photos } = asAdmin(site.app)
  const { current_step_id: step_id } = await runOf(site.app, id)
  // Whatever opening the run brought along has come, and been answered.
  await page.waitForTimeout(2_000)
  const params = { id, timer_id: 'dye' }
  await timers.start({ params, body: { timer_id: 'dye', label: 'Dye', minutes: 30, step_id: null } })
  await page.getByRole('button', { name: 'Timers: one' }).waitFor()
  await timers.stop({ params })
  await page.getByRole('button', { name: 'Timers: none' }).waitFor()
  await executions.note({ params: { id, step_id: step_id ?? 0 }, body: { text: 'A darker dye next time' } })
  await page.getByText('A darker dye next time').first().waitFor()
  const body = new RawBody('image/png', await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } }))
  const photo = await photos.add({ params: { id, step_id: step_id ?? 0 }, body })
  const shown = page.getByRole('img', { name: /^Photo 1 of/ })
  await shown.waitFor()
  await photos.remove({ params: { id, photo_id: photo.id } })
  await shown.waitFor({ state: 'detached' })
  expect((await runOf(site.app, id)).current_step_id).toBe(step_id)
  await close()
})

test('what was photographed on the way is on the result, each with its step, and the finished piece can be added there', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const { executions, photos } = asAdmin(site.app)
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } })
  const { current_step_id, progress } = await runOf(site.app, id)
  const name = progress.current_step_name ?? '?'
  const params = { id, step_id: current_step_id ?? 0 }
  await photos.add({ params, body: new RawBody('image/png', buffer) })
  await executions.complete({ params })
  await page.getByText(/^Step 2 of \d+$/).waitFor()
  await executions.cancel({ params: { id } })
  await page.waitForURL('**/summary')
  const taken = page.getByRole('region', { name: 'Photos' }).getByRole('listitem')
  await taken.getByRole('img', { name: `Photo 1 of “${name}”` }).waitFor()
  await taken.getByText(name, { exact: true }).waitFor()
  await page.locator('input[type=file]').setInputFiles({ name: 'piece.png', mimeType: 'image/png', buffer })
  await expect.poll(async () => (await photos.list({ params: { id } })).length).toBe(2)
  await expect.poll(() => taken.count()).toBe(2)
  await close()
})
