import type { Client } from '@hidesync/contract/client'
import type { TestApp } from '@hidesync/server/testing/test-app'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { asAdmin, heading, openPage, signIn, templateNamed, type Site } from './app.ts'

/** Starts a run of the sample with this name through the API, and opens it. */
export async function openRun(page: Page, app: TestApp, name: RegExp): Promise<number> {
  const client = asAdmin(app)
  const workflow = await templateNamed(app, name)
  const { id } = await client.executions.start({ params: { id: workflow.id } })
  await beginRun(page, client, id)
  return id
}

/** Opens a run and begins it, until what that did, which is a pause and its end, is with the server: whatever is compared starts from there. */
export async function beginRun(page: Page, client: Client, id: number): Promise<void> {
  await page.goto(`/runs/${id}`)
  await begin(page)
  await page.getByRole('button', { name: 'Resume' }).waitFor({ state: 'detached' })
  while ((await client.executions.get({ params: { id } })).state.sequence < 3) await page.waitForTimeout(50)
}

/** A page of somebody who has signed in and begun a run of the sample with this name. */
export async function visitRun(site: Site, name: RegExp, options?: BrowserContextOptions) {
  const visit = await openPage(site, options)
  await signIn(visit.page, site.app)
  const id = await openRun(visit.page, site.app, name)
  return { ...visit, id }
}

/** A run as the server has it. */
export const runOf = (app: TestApp, id: number) => asAdmin(app).executions.get({ params: { id } })

/** Leaves the page on which one fetches what is needed, and comes to the first step. */
export async function begin(
  page: Page,
  act = () => page.getByRole('button', { name: 'Begin' }).click(),
): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Have everything ready' }).waitFor()
  await act()
  await page.getByText(/^Step 1 of \d+$/).waitFor()
}

/** How the player stands: the step in view, and what its large button offers. */
export async function standing(page: Page): Promise<'result' | 'decision' | 'verdict' | 'other'> {
  // What a step asks for may come a moment after the step itself, and the result a moment after the last step.
  const asked = page
    .getByRole('radiogroup', { name: 'Choose one' })
    .or(page.getByRole('button', { name: /^(It passes$|Complete|All gathered|Start:|Start it now)/ }))
    .first()
  const isOver = () => page.url().endsWith('/summary')
  for (let look = 0; look < 300 && !isOver() && !(await asked.isVisible()); look++) await page.waitForTimeout(50)
  if (isOver()) return 'result'
  if (await page.getByRole('radiogroup', { name: 'Choose one' }).isVisible()) return 'decision'
  return (await page.getByRole('button', { name: 'It passes', exact: true }).isVisible()) ? 'verdict' : 'other'
}

/** Does something that brings another step into view, and waits until it is there. */
export async function onward(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await heading(page)
  await act()
  await page.waitForFunction(
    name => location.pathname.endsWith('/summary') || document.querySelector('h1')?.textContent !== name,
    before,
  )
}

/** Does what completes a step, and answers what is asked before: why so early, and what was used. */
export async function complete(page: Page, act: () => Promise<void>, answer: () => Promise<void>): Promise<void> {
  const before = await heading(page)
  await act()
  const dialog = page.getByRole('dialog')
  for (;;) {
    await page.waitForFunction(
      name =>
        location.pathname.endsWith('/summary') ||
        document.querySelector('h1')?.textContent !== name ||
        document.querySelector('[role=dialog]') !== null,
      before,
    )
    if (!(await dialog.isVisible())) return
    const asked = await dialog.getByRole('heading').first().innerText()
    await answer()
    await dialog.getByRole('heading', { name: asked, exact: true }).waitFor({ state: 'detached' })
  }
}

/** Completes the step in view with the keyboard, with whatever is asked on the way. */
export const advance = (page: Page): Promise<void> => {
  const press = () => page.keyboard.press('Control+Enter')
  return onward(page, () => complete(page, press, press))
}

/** Leads a run to its end with the given ways to act, and says which steps it came by. */
export async function playToTheEnd(
  page: Page,
  ways: Record<'decision' | 'verdict' | 'other', () => Promise<void>>,
): Promise<readonly string[]> {
  const seen: string[] = []
  for (let step = 0; step < 40; step++) {
    const where = await standing(page)
    if (where === 'result') return seen
    seen.push(await heading(page))
    await onward(page, ways[where])
  }
  throw new Error(`The run did not end; it came by: ${seen.join(', ')}`)
}
