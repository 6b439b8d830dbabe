import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin } from './support/app.ts'
import { violations } from './support/axe.ts'
import { runOf, standing, visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

const line = (page: Page) => page.getByRole('combobox', { name: 'Type a command' })
const answer = (page: Page) => page.getByRole('search', { name: 'Say what you want' }).locator('output')

/** Types a command, and waits until it is answered. */
async function say(page: Page, text: string): Promise<string> {
  await line(page).fill(text)
  await line(page).press('Enter')
  await page.getByRole('search').locator('p').getByText(text, { exact: true }).waitFor({ timeout: 60_000 })
  return await answer(page).innerText()
}

async function atTheBench(name = /Wallet/) {
  const visit = await visitRun(site, name, { viewport: { width: 1440, height: 900 } })
  visit.page.setDefaultTimeout(60_000)
  return visit
}

test('C04: the commands of the specification are all answered', { timeout: 180_000 }, async () => {
  const { page, id, close } = await atTheBench()
  const run = () => runOf(site.app, id)
  const { steps } = await asAdmin(site.app).workflows.get({ params: { id: (await run()).workflow_id } })
  const named = (number: number) => steps.find(step => step.display_order === number)
  const needed = (number: number, type: string) =>
    (named(number)?.resources ?? []).filter(({ resource_type }) => resource_type === type).map(({ name }) => name)
  const listed = async () => (await answer(page).getByRole('listitem').allInnerTexts()).map(row => row.split('\n')[0])

  await say(page, 'help')
  expect((await listed()).some(row => row?.startsWith('complete - '))).toBe(true)
  expect(await say(page, 'complete this step')).toContain(`“${named(1)?.name}” is done`)
  await expect.poll(async () => (await run()).progress.completed_steps).toBe(1)
  for (const [question, type] of [
    ['what materials do I need?', 'material'],
    ['what tools do I need for this step?', 'tool'],
  ] as const) {
    expect(await say(page, question)).toContain(`“${named(2)?.name}”`)
    expect(needed(2, type).length).toBeGreaterThan(1)
    expect(await listed(), question).toEqual(needed(2, type))
  }
  expect(await say(page, 'how much progress have I made?')).toContain(`1 of at most ${steps.length} steps is done`)
  expect(await answer(page).getByRole('progressbar').getAttribute('aria-valuetext')).toMatch(/^1 done, 11 to do /)
  expect(await say(page, 'show me the next step')).toMatch(new RegExp(`^${named(3)?.name}:\\s+1\\. `))
  // A choice lies on the way: the answer names it, and nothing is passed over unasked.
  expect(await say(page, 'skip to step 8')).toContain(`“${named(6)?.name}” asks you to choose`)
  const { progress, current_step_id } = await run()
  expect([progress.completed_steps, current_step_id]).toEqual([1, named(2)?.id])
  await say(page, 'skip to step 5')
  await say(page, 'yes')
  await expect.poll(async () => (await run()).current_step_id).toBe(named(5)?.id)
  await close()
})

test(
  'C05: what nobody understands offers three things to press, and changes nothing',
  { timeout: 120_000 },
  async () => {
    const { page, id, close } = await atTheBench()
    const { version } = await runOf(site.app, id)
    expect(await say(page, 'flurb the zonk quietly')).toContain('I did not understand')
    expect(await answer(page).getByRole('button').count()).toBe(3)
    expect((await runOf(site.app, id)).version).toBe(version)
    await close()
  },
)

test('C06: what is half understood is asked back, and only the answer does it', { timeout: 120_000 }, async () => {
  const { page, id, close } = await atTheBench()
  const { version } = await runOf(site.app, id)
  expect(await say(page, 'pausing maybe')).toContain('Did you mean')
  const meant = answer(page).getByRole('button', { name: 'Pause', exact: true })
  await meant.waitFor()
  expect(await runOf(site.app, id)).toMatchObject({ version, status: 'active' })
  await meant.click()
  await expect.poll(async () => (await runOf(site.app, id)).status).toBe('paused')
  await close()
})

test(
  'C07: the line is a combobox whose active option follows the arrows, and Up recalls',
  { timeout: 120_000 },
  async () => {
    const { page, id, close } = await atTheBench()
    await page.keyboard.press('/')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.getByRole('option').first().waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(4)
    expect(await line(page).getAttribute('aria-activedescendant')).toBeNull()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await line(page).getAttribute('aria-activedescendant')
    expect(await page.getByRole('option').nth(1).getAttribute('id')).toBe(active)
    expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe(active)
    expect(await violations(page)).toEqual([])
    await say(page, 'status')
    await line(page).focus()
    await page.keyboard.press('ArrowUp')
    expect(await line(page).inputValue()).toBe('status')
    // What the arrows led to goes while somebody else completes the step: Enter does not take what came in its place.
    await line(page).fill('')
    const { current_step_id, progress } = await runOf(site.app, id)
    const led = page.getByRole('option', { selected: true, name: `Complete: ${progress.current_step_name}` })
    await page.getByRole('option', { name: /^Complete: / }).waitFor()
    await page.keyboard.press('ArrowDown')
    await led.waitFor()
    const client = asAdmin(site.app)
    await client.executions.complete({ params: { id, step_id: current_step_id ?? 0 } })
    await led.waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /^Complete: / }).waitFor()
    expect(await page.getByRole('option', { selected: true }).count()).toBe(0)
    await page.keyboard.press('Enter')
    await say(page, 'status')
    expect((await runOf(site.app, id)).progress.completed_steps).toBe(1)
    await close()
  },
)

test('C03: a whole run can be played by typing alone', { timeout: 240_000 }, async () => {
  const { page, id, close } = await atTheBench()
  for (let count = 0; count < 60 && !page.url().endsWith('/summary'); count++) {
    const before = (await runOf(site.app, id)).version
    const where = await standing(page)
    if (where === 'result') break
    await line(page).fill({ decision: 'option 1', verdict: 'passed', other: 'complete' }[where])
    await line(page).press('Enter')
    const yes = page.getByRole('search').getByRole('button', { name: 'Yes', exact: true })
    const hasMoved = async () => (await runOf(site.app, id)).version > before
    await expect.poll(async () => (await yes.isVisible()) || (await hasMoved()), { timeout: 60_000 }).toBe(true)
    if (!(await hasMoved())) {
      await line(page).fill('yes')
      await line(page).press('Enter')
    }
    await expect.poll(async () => (await runOf(site.app, id)).version, { timeout: 60_000 }).toBeGreaterThan(before)
    await page.waitForTimeout(200)
  }
  expect(await runOf(site.app, id)).toMatchObject({ status: 'completed', progress: { progress_percentage: 100 } })
  await close()
})

test('what was undone in words is no longer offered to be undone', async () => {
  const { page, close } = await atTheBench()
  await page.keyboard.press('Control+Enter')
  const offer = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' })
  await offer.waitFor()
  // It stays for a while by itself: held, it cannot go meanwhile.
  await offer.hover()
  await page.keyboard.press('/')
  expect(await say(page, 'undo')).toContain('no longer marked as done')
  await offer.waitFor({ state: 'detached' })
  await close()
})
