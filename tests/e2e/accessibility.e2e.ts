import { expect, test } from 'vitest'
import { openPage, signIn } from './support/app.ts'
import { barriers, desk, violations } from './support/axe.ts'
import { openRun } from './support/player.ts'
import { roomsOf, toDecision } from './support/rooms.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('A01: sign-in is open to all', async () => {
  const { page, close } = await openPage(site)
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Enter your e-mail address.').waitFor()
  expect(await violations(page)).toEqual([])
  await close()
})

test.each(roomsOf(site))('A01: $name is open to all, on a desk and on a phone', async ({ open }) => {
  const { page, complaints, close } = await openPage(site, { viewport: desk })
  await signIn(page, site.app)
  await open(page)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})
test.each([
  // Dark or light is the system's own then, and what a colour would be without it is what the check would read.
  { name: 'with forced colours', options: { forcedColors: 'active' }, looks: ['light'] },
  { name: 'with more contrast', options: { contrast: 'more' }, looks: ['dark', 'light'] },
] as const)('A02: gallery and player are open to all $name', async ({ options, looks }) => {
  const { page, close } = await openPage(site, options)
  await signIn(page, site.app, '/templates')
  await page.getByText(/\d+ templates/).waitFor()
  expect(await violations(page, looks)).toEqual([])
  await toDecision(page, site.app)
  expect(await violations(page, looks)).toEqual([])
  await close()
})

test('A04: the skip link comes first and leads to the content', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await close()
})

test('A05: going to another room puts the focus on its heading and changes the title', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app, '/templates')
  await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor()
  expect(await page.title()).toBe('Templates · HideSync Workflows')
  await page.getByRole('link', { name: 'Runs', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Runs')
  expect(await page.title()).toBe('Runs · HideSync Workflows')
  await close()
})

test('A08: controls are large enough for fingers, the main one for gloves', async () => {
  const { page, close } = await openPage(site, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await signIn(page, site.app)
  await openRun(page, site.app, /Wallet/)
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

test('A08: on a phone there is nothing to press that a finger misses, in any room', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(site, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await signIn(page, site.app)
  let seen = 0
  const controls = 'a[href], button, input, select, textarea, [role=tab]'
  for (const { name, open } of roomsOf(site)) {
    await open(page)
    const sizes = await page.locator(controls).evaluateAll(all =>
      all
        .filter(one => one.checkVisibility({ visibilityProperty: true }))
        // What only screen readers meet takes no room.
        .filter(one => one.closest('[style*="clip"]') === null)
        // Links within sentences are as high as their line; of a card all of it can be pressed.
        .filter(one => one.closest('p, article') === null || one.matches('button'))
        .map(one => {
          const shown = one.matches('[type=checkbox], [type=radio], [type=file]') ? (one.closest('label') ?? one) : one
          const { width, height } = shown.getBoundingClientRect()
          return { what: shown.outerHTML.slice(0, 120), width, height }
        })
        .filter(({ width, height }) => width > 1 && height > 1),
    )
    seen += sizes.length
    expect(
      sizes.filter(({ width, height }) => Math.min(width, height) < 43.5),
      name,
    ).toEqual([])
    await page.unrouteAll()
  }
  expect(seen).toBeGreaterThan(200)
  await close()
})

test('H07: dark and light can be chosen, the choice is there before the first paint after a reload, and the system is followed again', async () => {
  const { page, close } = await openPage(site, { colorScheme: 'light' })
  await signIn(page, site.app)
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  expect(await paper()).not.toBe(light)
  // Before any module of the app has run.
  await page.route('**/assets/*.js', route => route.abort())
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  await page.unrouteAll()
  // As the system has it, also when that changes.
  await page.reload()
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'As the system' }).click()
  await expect.poll(paper).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).not.toBe(light)
  await close()
})

test('A15: with reduced motion nothing moves, on the player, in a dialog, on the map, among the templates', async () => {
  const { page, close } = await openPage(site)
  await signIn(page, site.app)
  const moving = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('*'))
        .flatMap(element => [null, '::before', '::after'].map(part => getComputedStyle(element, part)))
        .flatMap(style => [...style.transitionDuration.split(', '), ...style.animationDuration.split(', ')])
        .filter(duration => Number.parseFloat(duration) > 0),
    )
  const look = async () => {
    const seen = [await moving()]
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    seen.push(await moving())
    await page.keyboard.press('Escape')
    return seen
  }
  await openRun(page, site.app, /Wallet/)
  for (const durations of await look()) expect(durations.length).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.locator('html[data-motion=reduced]').waitFor()
  for (const durations of await look()) expect(durations).toEqual([])
  await page.keyboard.press('m')
  await page.locator('.react-flow__edge-path').first().waitFor()
  expect(await moving()).toEqual([])
  await page.goto('/templates')
  await page.getByText(/\d+ templates/).waitFor()
  expect(await moving()).toEqual([])
  await close()
})
