import type { Client } from '@hidesync/contract/client'
import { startTestApp, type TestApp, type TestAppOptions } from '@hidesync/server/testing/test-app'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { webDir } from './web-dir.ts'

export interface AppOptions extends TestAppOptions {
  /** As on the very first start: the administrator is still to set it up. */
  readonly isNew?: boolean
}

/** The real server with the sample workflows and the built web app. */
export async function startApp({ isNew = false, ...options }: AppOptions = {}): Promise<TestApp> {
  const app = await startTestApp({ samples: true, ...options, config: { webDir, ...options.config } })
  if (!isNew) await asAdmin(app).setup.save({ body: { finished: true } })
  return app
}

/** The server that a file of tests visits, and the browser that it visits it with. */
export interface Site {
  readonly app: TestApp
  readonly browser: Browser
}

/** A client that may do everything. */
export const asAdmin = (app: TestApp): Client => app.client(app.admin.token)

/** The sample with this name. */
export async function templateNamed(app: TestApp, name: RegExp) {
  const found = (await asAdmin(app).workflows.templates()).find(template => name.test(template.name))
  if (found === undefined) throw new Error(`There is no template ${String(name)}.`)
  return found
}

export interface Visit {
  readonly page: Page
  /** What the page wrote to its console as an error, or threw, and what the policy blocked. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export async function openPage({ app, browser }: Site, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Nothing is kept from test to test, and what a test withholds comes from nowhere else; those of working offline allow it.
    serviceWorkers: 'block',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', message => {
    // A refused request is the server's answer, not the page's mistake.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return { page, complaints, close: () => context.close() }
}

interface Account {
  readonly email: string
  readonly password: string
}

/** Opens a page and signs in: as somebody new unless it is said who, since sign-ins of one account are limited. */
export async function signIn(page: Page, app: TestApp, path = '/', account?: Account): Promise<void> {
  await page.goto(path)
  await fillSignIn(page, account ?? (await app.createUser()))
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ state: 'detached' })
}

/** Fills in the form for signing in that is in view: on a page of its own, or in a dialog over another. */
export async function fillSignIn(where: Page | Locator, { email, password }: Account): Promise<void> {
  await where.getByLabel('E-mail').fill(email)
  await where.getByLabel('Password').fill(password)
  await where.getByRole('button', { name: 'Sign in' }).click()
}

export const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()

/** No part of the page sticks out sideways, nor anything out of a dialog on it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('[role=dialog]')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ tagName, scrollWidth, clientWidth }) => ({ tagName, scrollWidth, clientWidth })),
    )
  // What changes with the window's width does so a moment later.
  await expect.poll(wide).toEqual([])
}
