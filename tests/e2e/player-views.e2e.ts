import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, openPage, signIn } from './support/app.ts'
import { begin, onward, visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

const atTheBench = (name = /Wallet/) => visitRun(site, name, { viewport: { width: 1440, height: 900 } })

const sorted = (names: readonly string[]) => names.map(name => name.trim()).toSorted()

/** Everything that the Focus view lets one do, by its words. */
async function actionsInFocus(page: Page): Promise<string[]> {
  const bar = page.locator('footer')
  const main = await bar.locator('button').last().innerText()
  const undo = bar.getByRole('button', { name: 'Undo', exact: true })
  const isUndo = await undo.isEnabled()
  await page.getByRole('button', { name: 'More actions' }).click()
  const more = await page.getByRole('menuitem').allInnerTexts()
  await page.keyboard.press('Escape')
  return sorted([main, ...(isUndo ? ['Undo'] : []), ...more])
}

test('C30: the story offers exactly what the Focus view does', async () => {
  const { page, close } = await atTheBench()
  await onward(page, () => page.keyboard.press('Control+Enter'))
  const inFocus = await actionsInFocus(page)
  await page.keyboard.press('y')
  const list = page.getByRole('region', { name: 'You can:' })
  await list.waitFor()
  expect(sorted(await list.getByRole('button').allInnerTexts())).toEqual(inFocus)
  await close()
})

test('C29: the log has an entry a command, with who and when', async () => {
  const { page, close } = await atTheBench()
  await onward(page, () => page.keyboard.press('Control+Enter'))
  await page.keyboard.press('l')
  const log = page.getByRole('log')
  const done = log.getByRole('listitem').filter({ hasText: /Completed/ })
  await done.waitFor()
  await expect.poll(() => done.innerText()).toMatch(/^\d\d:\d\d[\s\S]*You/)
  const before = await log.getByRole('listitem').count()
  await onward(page, () => page.keyboard.press('u'))
  await log.getByText(/^Took back/).waitFor()
  // Between the server's yes and what it tells of it there is a moment.
  await expect.poll(() => log.getByRole('listitem').count()).toBe(before + 1)
  await close()
})

test('C31: the map says in words what became of each step, and a jump asks with what it passes over', async () => {
  const { page, close } = await atTheBench()
  await onward(page, () => page.keyboard.press('Control+Enter'))
  await page.keyboard.press('m')
  // Not in the path beside it, which calls them the same.
  const map = page.getByRole('region', { name: /^Steps from top to bottom/ })
  const step = (state: RegExp) => map.getByRole('button', { name: state })
  await step(/^1\. .* Done$/).waitFor()
  await expect.poll(() => step(/ You are here$/).count()).toBe(1)
  const ahead = step(/ Ahead$/)
  expect(await ahead.count()).toBeGreaterThan(2)
  await step(/^5\. /).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Go here' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('listitem').first().waitFor()
  expect(await dialog.getByRole('listitem').count()).toBeGreaterThan(0)
  await close()
})

test('A14: without single keys letters do nothing, and a key of one’s own works', async () => {
  const { page, close } = await atTheBench()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: 'Change the key: Map, and back' }).click()
  await page.keyboard.press('k')
  await sheet.getByText('K is now the key for').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await page.getByRole('heading', { level: 1, name: 'Map of the run' }).waitFor()
  await page.keyboard.press('k')
  await page.getByText(/^Step 1 of \d+$/).waitFor()
  await page.keyboard.press('?')
  await sheet.getByText('Use single keys as shortcuts').click()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  for (const key of ['m', 'k', 'n', 'y', '?', 'u', '/']) await page.keyboard.press(key)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(new URL(page.url()).search).not.toMatch(/step=|view=(map|story)/)
  await close()
})

test('C27: the screen is asked to stay on, again after a look elsewhere, and let go on a pause; a refusal says why', async () => {
  const { page, close } = await openPage(site)
  await page.addInitScript(() => {
    const calls: string[] = []
    const browser: { takeBack?: () => void } = {}
    Object.assign(window, { calls, browser })
    Object.defineProperty(navigator, 'wakeLock', {
      configurable: true,
      value: {
        request: () => {
          calls.push('request')
          if ('refuse' in window) return Promise.reject(new Error('battery'))
          const lock = new EventTarget()
          browser.takeBack = () => lock.dispatchEvent(new Event('release'))
          return Promise.resolve(
            Object.assign(lock, {
              release: () => {
                calls.push('release')
                lock.dispatchEvent(new Event('release'))
                return Promise.resolve()
              },
            }),
          )
        },
      },
    })
  })
  await signIn(page, site.app)
  const client = asAdmin(site.app)
  const [template] = await client.workflows.templates()
  const { id } = await client.executions.start({ params: { id: template!.id } })
  const calls = () => page.evaluate(() => (window as unknown as { calls: string[] }).calls)
  const on = page.getByText('The screen stays on.')
  await page.goto(`/runs/${id}`)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  expect(await calls()).toEqual([])
  await begin(page)
  await on.waitFor()
  expect(await calls()).toEqual(['request'])
  // As a browser does when one looks at something else, and back.
  await page.evaluate(() => (window as unknown as { browser: { takeBack: () => void } }).browser.takeBack())
  await on.waitFor({ state: 'detached' })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await on.waitFor()
  expect(await calls()).toEqual(['request', 'request'])
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Pause the run' }).click()
  await expect.poll(calls).toEqual(['request', 'request', 'release'])
  await page.evaluate(() => Object.assign(window, { refuse: true }))
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByText(/the browser refused/).waitFor()
  await close()
})

test('on a phone one button leads to the other views and to the bench mode', async () => {
  const { page, close } = await atTheBench()
  await page.setViewportSize({ width: 390, height: 844 })
  const choose = async (now: string, next: string) => {
    await page.getByRole('button', { name: `View: ${now}` }).click()
    await page.getByRole('menuitem', { name: next }).click()
  }
  await choose('Focus', 'Story')
  await choose('Story', 'Bench mode')
  await page.locator('[data-bench]').waitFor()
  await page.keyboard.press('Escape')
  await choose('Story', 'Focus')
  await expect.poll(() => page.getByRole('button', { name: 'View: Focus' }).count()).toBe(1)
  await close()
})
