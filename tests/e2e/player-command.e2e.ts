import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heading, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { openRun, standing } from './support/player.ts'

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
  const visit = await openPage(browser, app, { viewport: { width: 1440, height: 900 } })
  visit.page.setDefaultTimeout(60_000)
  await signIn(visit.page, app)
  const id = await openRun(visit.page, app, name)
  return { ...visit, id }
}

test('C04: the commands of the specification are all answered', { timeout: 180_000 }, async () => {
  const { page, id, close } = await atTheBench()
  const first = await heading(page)
  expect(await say(page, 'help')).toMatch(/complete/i)
  expect(await say(page, 'what materials do I need?')).toContain(first)
  expect(await say(page, 'what tools do I need for this step?')).toContain(first)
  expect(await say(page, 'how much progress have I made?')).toMatch(/0 of \d+/)
  expect(await answer(page).getByRole('progressbar').count()).toBe(1)
  expect(await say(page, 'show me the next step')).not.toBe('')
  expect((await runOf(id)).progress.completed_steps).toBe(0)
  expect(await say(page, 'complete this step')).toMatch(/done/i)
  await expect.poll(async () => (await runOf(id)).progress.completed_steps).toBe(1)
  // A choice lies on the way: the answer names it, and nothing is passed over unasked.
  expect(await say(page, 'skip to step 8')).toMatch(/asks you to choose|skip/i)
  expect((await runOf(id)).progress.completed_steps).toBe(1)
  await close()
})

test(
  'C05: what nobody understands offers three things to press, and changes nothing',
  { timeout: 120_000 },
  async () => {
    const { page, id, close } = await atTheBench()
    const { version } = await runOf(id)
    expect(await say(page, 'flurb the zonk quietly')).toContain('I did not understand')
    expect(await answer(page).getByRole('button').count()).toBe(3)
    expect((await runOf(id)).version).toBe(version)
    await close()
  },
)

test('C06: what is half understood is asked back, and only the answer does it', { timeout: 120_000 }, async () => {
  const { page, id, close } = await atTheBench()
  const { version } = await runOf(id)
  await say(page, 'I am not sure whether to pause this')
  const offered = answer(page).getByRole('button')
  await offered.first().waitFor()
  expect((await runOf(id)).version).toBe(version)
  await close()
})

test(
  'C07: the line is a combobox whose active option follows the arrows, and Up recalls',
  { timeout: 120_000 },
  async () => {
    const { page, close } = await atTheBench()
    await page.keyboard.press('/')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('option').count()).toBe(4)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await line(page).getAttribute('aria-activedescendant')
    expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe(active)
    await say(page, 'status')
    await line(page).focus()
    await page.keyboard.press('ArrowUp')
    expect(await line(page).inputValue()).toBe('status')
    await close()
  },
)

test('C03: a whole run can be played by typing alone', { timeout: 240_000 }, async () => {
  const { page, id, close } = await atTheBench(/Box/)
  for (let count = 0; count < 60 && !page.url().endsWith('/summary'); count++) {
    const before = (await runOf(id)).version
    const where = await standing(page)
    if (where === 'result') break
    await line(page).fill({ decision: 'option 1', verdict: 'passed', other: 'complete' }[where])
    await line(page).press('Enter')
    const yes = page.getByRole('search').getByRole('button', { name: 'Yes', exact: true })
    const hasMoved = async () => (await runOf(id)).version > before
    await expect.poll(async () => (await yes.isVisible()) || (await hasMoved()), { timeout: 60_000 }).toBe(true)
    if (!(await hasMoved())) {
      await line(page).fill('yes')
      await line(page).press('Enter')
    }
    await expect.poll(async () => (await runOf(id)).version, { timeout: 60_000 }).toBeGreaterThan(before)
    await page.waitForTimeout(200)
  }
  expect((await runOf(id)).status).toBe('completed')
  await close()
})
