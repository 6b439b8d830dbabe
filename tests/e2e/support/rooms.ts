import type { TestApp } from '@hidesync/server/testing/test-app'
import type { Page } from 'playwright-core'
import { asAdmin, templateNamed, type Site } from './app.ts'
import { advance, openRun } from './player.ts'

/** A room of the app in one of its states. */
export interface Room {
  readonly name: string
  readonly open: (page: Page) => Promise<unknown>
}
const at = (name: string, path: string, text: string | RegExp): Room => ({
  name,
  open: async page => {
    await page.goto(path)
    await page.getByText(text).first().waitFor()
  },
})
const inTrouble = (name: string, path: string, request: string | RegExp): Room => ({
  name: `${name} in trouble`,
  open: async page => {
    await page.route(request, route => route.fulfill({ status: 500, body: '' }))
    await page.goto(path)
    await page.getByRole('button', { name: 'Try again' }).waitFor()
  },
})
/** Waits until a dialog has come to rest: React Aria gives it the focus when it has come in, and again half a second later. */
async function seeDialog(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('dialog', { name }).waitFor()
  await page.waitForTimeout(700)
}
/** Leads a run of the box to its first decision. */
export async function toDecision(page: Page, app: TestApp): Promise<void> {
  await openRun(page, app, /Box/)
  for (let step = 0; step < 2; step++) await advance(page)
  await page.getByRole('radiogroup').waitFor()
}

/** The rooms, loaded, empty and in trouble; the person is signed in. */
export const roomsOf = (site: Site): readonly Room[] => [
  at('bench', '/', 'Begin something new'),
  at('gallery', '/templates', /\d+ templates/),
  at('gallery without results', '/templates?search=zeppelin', /Nothing found/),
  at('import', '/import', 'Drop a file here'),
  {
    name: 'plan',
    open: async page => {
      const { id } = await templateNamed(site.app, /Box/)
      await page.goto(`/workflows/${id}/plan`)
      await page.getByText('What to gather').waitFor()
    },
  },
  {
    name: 'sheets to print',
    open: async page => {
      const { id } = await templateNamed(site.app, /Box/)
      await page.goto(`/workflows/${id}/print`)
      await page.getByRole('table').first().waitFor()
    },
  },
  at('runs', '/runs', /\d+ runs?|No runs/),
  at('runs without results', '/runs?search=zeppelin', /No run with these filters/),
  at('workflows', '/workflows', /\d+ workflows/),
  at('settings', '/settings', 'Light or dark, larger text, calmer motion.'),
  at('settings of the look', '/settings/appearance', 'Text size'),
  at('help', '/help', 'A secure address in your own network'),
  at('nothing here', '/nowhere', 'Nothing here'),
  {
    name: 'workflow page',
    open: async page => {
      await page.goto('/templates')
      await page.getByRole('link', { name: 'Simple Wooden Box', exact: true }).click()
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
      // What stands below comes later.
      await page.getByRole('heading', { name: 'What others say' }).waitFor()
    },
  },
  {
    name: 'what to have ready',
    open: async page => {
      const client = asAdmin(site.app)
      const [template] = await client.workflows.templates()
      const { id } = await client.executions.start({ params: { id: template?.id ?? 0 } })
      await page.goto(`/runs/${id}`)
      await page.getByRole('button', { name: 'Begin' }).waitFor()
    },
  },
  { name: 'player', open: page => openRun(page, site.app, /Wallet/) },
  { name: 'player at a decision', open: page => toDecision(page, site.app) },
  {
    name: 'player looking at another step',
    open: async page => {
      await openRun(page, site.app, /Wallet/)
      await page.keyboard.press('n')
      await page.getByText('You are looking at').waitFor()
    },
  },
  {
    name: 'player with timers',
    open: async page => {
      const id = await openRun(page, site.app, /Wallet/)
      const { timers } = asAdmin(site.app)
      for (const minutes of [61, 90, 600])
        await timers.start({ params: { id }, body: { label: `Drying ${minutes}`, minutes, step_id: null } })
      await page.getByRole('button', { name: /^Timers: [3-9]/ }).waitFor()
    },
  },
  {
    name: 'player asking what was used',
    open: async page => {
      await openRun(page, site.app, /Wallet/)
      await advance(page)
      await page.keyboard.press('Control+Enter')
      await seeDialog(page, /^What “.*” used$/)
    },
  },
  {
    name: 'player with the keys',
    open: async page => {
      await openRun(page, site.app, /Wallet/)
      await page.keyboard.press('?')
      await seeDialog(page, 'Keys')
    },
  },
  {
    name: 'result',
    open: async page => {
      const id = await openRun(page, site.app, /Wallet/)
      await asAdmin(site.app).executions.cancel({ params: { id }, body: { reason: 'enough' } })
      await page.goto(`/runs/${id}/summary`)
      await page.getByText('This run was cancelled.').waitFor()
    },
  },
  inTrouble('gallery', '/templates', '**/api/v1/workflows/templates*'),
  inTrouble('runs', '/runs', /\/workflows\/executions\?/),
]
