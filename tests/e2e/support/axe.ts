import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What is looked at: everything in light, and in dark what there may differ. */
const rules = {
  light: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}
type Look = keyof typeof rules

interface Axe {
  readonly run: (
    context: unknown,
    options: unknown,
  ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

/** What keeps people out of the page as it stands, in light and in dark. */
export async function violations(page: Page, looks: readonly Look[] = ['dark', 'light']): Promise<readonly string[]> {
  // Through the debugger, since the page's own policy lets no other script in.
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look })
    for (const violation of await violationsIn(page, look)) found.push(`${violation} (${look})`)
  }
  return found
}

const violationsIn = (page: Page, look: Look): Promise<readonly string[]> =>
  page.evaluate(async runOnly => {
    // Colours on the way from one look to the other are neither; the way begins with the next picture. What is over may never say so.
    const picture = () => new Promise(resolve => requestAnimationFrame(resolve))
    const isChanging = () =>
      document
        .getAnimations()
        .some(animation => animation instanceof CSSTransition && animation.playState === 'running')
    await picture()
    do await picture()
    while (isChanging())
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { runOnly })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} — ${failureSummary}`),
    )
  }, rules[look])

export const desk = { width: 1440, height: 900 }

/** The same, and whether it has one first heading and one main part. */
async function faults(page: Page): Promise<readonly string[]> {
  const found = await violations(page)
  const headings = await page.getByRole('heading', { level: 1 }).count()
  const mains = await page.getByRole('main').count()
  return [
    ...found,
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(mains === 1 ? [] : [`${mains} main parts`]),
  ]
}

/** What keeps people out of the page on a desk, as which it stands, and on a phone. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const onDesk = await faults(page)
  // As tall as the page, so that nothing lies under a bar that one would scroll it out from.
  await page.setViewportSize({ width: 390, height: 844 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: 390, height })
  const onPhone = await faults(page)
  await page.setViewportSize(desk)
  return [...onDesk, ...onPhone]
}
