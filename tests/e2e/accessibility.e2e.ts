import type { TestApp } from '@hidesync/server/testing/test-app'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoSidewaysScroll, openPage, signIn, startApp } from './support/app.ts'
import { launchBrowser } from './support/browser.ts'
import { advance, openRun } from './support/player.ts'

let app: TestApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Through the debugger, since the page's own policy lets no other script in. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async values => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          context: unknown,
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} — ${failureSummary}`),
    )
  }, tags)
}

interface Room {
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
const toDecision = async (page: Page) => {
  await openRun(page, app, /Box/)
  for (let step = 0; step < 2; step++) await advance(page)
  await page.getByRole('radiogroup').waitFor()
}

const rooms: readonly Room[] = [
  at('bench', '/', 'Begin something new'),
  at('gallery', '/templates', /\d+ templates/),
  at('gallery without results', '/templates?search=zeppelin', /Nothing found/),
  at('import', '/import', 'Drop a file here'),
  {
    name: 'plan',
    open: async page => {
      const box = (await app.client(app.admin.token).workflows.templates()).find(({ name }) => /Box/.test(name))
      await page.goto(`/workflows/${box?.id}/plan`)
      await page.getByText('What to gather').waitFor()
    },
  },
  {
    name: 'sheets to print',
    open: async page => {
      const box = (await app.client(app.admin.token).workflows.templates()).find(({ name }) => /Box/.test(name))
      await page.goto(`/workflows/${box?.id}/print`)
      await page.getByRole('table').first().waitFor()
    },
  },
  at('runs', '/runs', /\d+ runs?|No runs/),
  at('nothing here', '/nowhere', 'Nothing here'),
  {
    name: 'workflow page',
    open: async page => {
      await page.goto('/templates')
      await page.getByRole('link', { name: 'Simple Wooden Box', exact: true }).click()
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    },
  },
  {
    name: 'what to have ready',
    open: async page => {
      const client = app.client(app.admin.token)
      const [template] = await client.workflows.templates()
      const { id } = await client.executions.start({ params: { id: template?.id ?? 0 } })
      await page.goto(`/runs/${id}`)
      await page.getByRole('button', { name: 'Begin' }).waitFor()
    },
  },
  { name: 'player', open: page => openRun(page, app, /Wallet/) },
  { name: 'player at a decision', open: toDecision },
  {
    name: 'player looking at another step',
    open: async page => {
      await openRun(page, app, /Wallet/)
      await page.keyboard.press('n')
      await page.getByText('You are looking at').waitFor()
    },
  },
  {
    name: 'player with the keys',
    open: async page => {
      await openRun(page, app, /Wallet/)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    },
  },
  {
    name: 'result',
    open: async page => {
      const id = await openRun(page, app, /Wallet/)
      await app.client(app.admin.token).executions.cancel({ params: { id }, body: { reason: 'enough' } })
      await page.goto(`/runs/${id}/summary`)
      await page.getByText('This run was cancelled.').waitFor()
    },
  },
  {
    name: 'gallery in trouble',
    open: async page => {
      await page.route('**/api/v1/workflows/templates*', route => route.fulfill({ status: 500, body: '' }))
      await page.goto('/templates')
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    },
  },
]

const closeDialog = async (page: Page) => {
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
}

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test('sign-in is open to all', async () => {
    const { page, close } = await openPage(browser, app, { colorScheme })
    await page.goto('/')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Enter your e-mail address.').waitFor()
    expect(await violations(page)).toEqual([])
    await close()
  })

  test.each(rooms)('$name is open to all, on a desk and on a phone', async ({ open }) => {
    const { page, complaints, close } = await openPage(browser, app, {
      colorScheme,
      viewport: { width: 1440, height: 900 },
    })
    await signIn(page, app)
    await open(page)
    expect(await violations(page)).toEqual([])
    // As tall as the page, so that nothing lies under a bar that one would scroll it out from.
    await page.setViewportSize({ width: 390, height: 844 })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: 390, height })
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await closeDialog(page)
    await expectNoSidewaysScroll(page)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(await page.getByRole('main').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })
})

test.each([
  { name: 'with forced colours', options: { forcedColors: 'active' } },
  { name: 'with more contrast', options: { contrast: 'more' } },
] as const)('gallery and player are open to all $name', async ({ options }) => {
  const { page, close } = await openPage(browser, app, options)
  await signIn(page, app, '/templates')
  await page.getByText(/\d+ templates/).waitFor()
  expect(await violations(page)).toEqual([])
  await toDecision(page)
  expect(await violations(page)).toEqual([])
  await close()
})

test('A04: the skip link comes first and leads to the content', async () => {
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, '/templates')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await close()
})

test('A05: going to another room puts the focus on its heading and changes the title', async () => {
  const { page, close } = await openPage(browser, app)
  await signIn(page, app, '/templates')
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  expect(await page.title()).toBe('Templates · HideSync Workflows')
  await page.getByRole('link', { name: 'Runs', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Runs')
  expect(await page.title()).toBe('Runs · HideSync Workflows')
  await close()
})

test('controls are large enough for fingers, the main one for gloves', async () => {
  const { page, close } = await openPage(browser, app, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await signIn(page, app)
  await openRun(page, app, /Wallet/)
  const sizes = await page.getByRole('button').evaluateAll(buttons =>
    buttons.map(button => ({
      name: button.textContent,
      height: button.getBoundingClientRect().height,
      width: button.getBoundingClientRect().width,
    })),
  )
  expect(sizes.filter(({ height, width }) => height > 0 && (height < 44 || width < 44))).toEqual([])
  const main = sizes.find(({ name }) => /^(Complete|All gathered)/.test(name ?? ''))
  expect(main?.height).toBeGreaterThanOrEqual(64)
  await close()
})

test('H07: dark and light can be chosen, and the choice is there before the first paint after a reload', async () => {
  const { page, close } = await openPage(browser, app, { colorScheme: 'light' })
  await signIn(page, app)
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  expect(await paper()).not.toBe(light)
  // Before any module of the app has run.
  await page.route('**/assets/*.js', route => route.abort())
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  await close()
})

test('A15: with reduced motion nothing moves', async () => {
  const { page, close } = await openPage(browser, app, { reducedMotion: 'reduce' })
  await signIn(page, app)
  await openRun(page, app, /Wallet/)
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll('*'), element => getComputedStyle(element))
      .flatMap(style => [...style.transitionDuration.split(', '), ...style.animationDuration.split(', ')])
      .filter(duration => parseFloat(duration) > 0),
  )
  expect(moving).toEqual([])
  await close()
})
