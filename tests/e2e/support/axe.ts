import axe from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What keeps people out of the page as it stands; through the debugger, since its own policy lets no other script in. */
export async function violations(page: Page): Promise<readonly string[]> {
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
