import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { asAdmin, heading, openPage, signIn } from './support/app.ts'
import { tabTo } from './support/keyboard.ts'
import { begin, complete, playToTheEnd } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

/** What the run is like on the server afterwards. */
const lastRun = async () => (await asAdmin(site.app).executions.list({ query: { limit: 1 } })).items[0]

test.each([
  { title: 'C01: the wallet', workflow: 'Basic Leather Wallet', steps: 12 },
  { title: 'the box', workflow: 'Simple Wooden Box', steps: 18 },
])(
  '$title is made from sign-in to result with the keyboard alone, from begin on with Enter and Ctrl Enter',
  async ({ workflow, steps }) => {
    const { page, complaints, close } = await openPage(site)
    const { keyboard } = page
    await page.goto('/')
    await page.getByLabel('E-mail').waitFor()
    await tabTo(page, /^$/)
    await keyboard.type(site.app.admin.email)
    await keyboard.press('Tab')
    await keyboard.type(site.app.admin.password)
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Begin something new' }).waitFor()
    await tabTo(page, /^Templates$/)
    await keyboard.press('Enter')
    await page.getByRole('link', { name: workflow, exact: true }).waitFor()
    // The filters beside the templates are the last to come.
    await page.getByText('Leatherworking').first().waitFor()
    await page.getByText(/^\d+ templates$/).waitFor()
    await tabTo(page, new RegExp(`^${workflow}$`))
    await keyboard.press('Enter')
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    expect(await heading(page)).toBe(workflow)
    await tabTo(page, /^Start$/)
    await keyboard.press('Enter')
    await begin(page, () => keyboard.press('Control+Enter'))
    await page.getByText(`Step 1 of ${steps}`).waitFor()

    const seen = await playToTheEnd(page, {
      decision: async () => {
        await keyboard.press('Control+Enter')
        await page.getByText('is the usual choice').waitFor()
        await keyboard.press('Enter')
      },
      verdict: async () => {
        await keyboard.press('Control+Enter')
        await page.getByText('say whether it passes').waitFor()
        await keyboard.press('Enter')
      },
      other: () =>
        complete(
          page,
          () => keyboard.press('Control+Enter'),
          () => keyboard.press('Control+Enter'),
        ),
    })
    expect(seen.length).toBeGreaterThanOrEqual(10)
    await page.getByText('Completed', { exact: true }).waitFor()
    expect(await heading(page)).toBe(workflow)
    expect(await lastRun()).toMatchObject({
      workflow_name: workflow,
      status: 'completed',
      progress_percentage: 100,
    })
    expect(complaints).toEqual([])
    await close()
  },
)

const devices = [
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { viewport: { width: 1024, height: 768 }, hasTouch: true },
]
const tap = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).tap()

test.each(
  devices.flatMap(device => [
    {
      title: 'C02: the wallet',
      device,
      workflow: 'Basic Leather Wallet',
      size: `${device.viewport.width}×${device.viewport.height}`,
    },
    {
      title: 'the box',
      device,
      workflow: 'Simple Wooden Box',
      size: `${device.viewport.width}×${device.viewport.height}`,
    },
  ]),
)('$title is made to its end by touch alone at $size', async ({ device, workflow }) => {
  const { page, complaints, close } = await openPage(site, device)
  await signIn(page, site.app, '/templates')
  await page.getByRole('link', { name: workflow, exact: true }).tap()
  await tap(page, 'Start')
  await begin(page, () => tap(page, 'Begin'))
  await playToTheEnd(page, {
    decision: async () => {
      // The label, as a finger does: the input behind it is not to be seen.
      await page.getByRole('radiogroup').locator('label').first().tap()
      await tap(page, /^Choose: /)
    },
    verdict: () => tap(page, 'It passes'),
    other: () =>
      complete(
        page,
        () => tap(page, /^(Complete|All gathered|Start:|Start it now)/),
        () => tap(page, /^(Finish early|Record and continue)$/),
      ),
  })
  await page.getByText('Completed', { exact: true }).waitFor()
  expect(await lastRun()).toMatchObject({ workflow_name: workflow, status: 'completed' })
  expect(complaints).toEqual([])
  await close()
})
