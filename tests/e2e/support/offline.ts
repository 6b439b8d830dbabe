import type { TestApp } from '@hidesync/server/testing/test-app'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { asAdmin, openPage, signIn, type Site } from './app.ts'
import { onward, openRun } from './player.ts'

export const chip = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first()
export const seeSaved = (page: Page) => chip(page, /^Saved$/).waitFor()
export const complete = (page: Page) => onward(page, () => page.keyboard.press('Control+Enter'))

/** What the server recorded of a run, oldest first. */
export const historyOf = async (app: TestApp, id: number) =>
  (await asAdmin(app).executions.history({ params: { id }, query: { limit: 100 } })).toReversed()
/** The same as a line each: what was done, and to which step. */
export const deedsOf = async (app: TestApp, id: number) =>
  (await historyOf(app, id)).map(({ action_type, step_name }) => `${action_type} ${step_name ?? ''}`.trim())

/** Fetching what is needed is over, and the server knows. */
export async function seeBegun(app: TestApp, id: number): Promise<void> {
  await expect.poll(async () => (await deedsOf(app, id)).at(-1), { timeout: 10_000 }).toBe('resume')
}

/** These tests are not about what was used up: a step is completed without being asked for it. */
export const withoutUsage = (page: Page) =>
  page.context().addInitScript(() => {
    if (localStorage.getItem('hidesync.preferences') === null)
      localStorage.setItem('hidesync.preferences', JSON.stringify({ player: { usage: 'off' } }))
  })

/** The names of the parts of the app that the device keeps. */
export const keptParts = (page: Page) =>
  page.evaluate(async () => {
    const keys = await caches.open('parts').then(cache => cache.keys())
    return keys.map(({ url }) => url.replace(/^.*\//, ''))
  })

/** A page that may keep the app, with a run on it. */
export async function openPacked(site: Site, name: RegExp, options: BrowserContextOptions = {}) {
  const { app } = site
  const visit = await openPage(site, { serviceWorkers: 'allow', ...options })
  await withoutUsage(visit.page)
  await signIn(visit.page, app)
  const id = await openRun(visit.page, app, name)
  // All that runs need is kept together: this is a part of it.
  const isKept = async () =>
    (await keptParts(visit.page)).filter(name => /^(SummaryPage|bench\.en)-.*js$/.test(name)).length
  await expect.poll(isKept, { timeout: 20_000 }).toBe(2)
  await seeBegun(app, id)
  await seeSaved(visit.page)
  return { ...visit, id }
}
