import type { Page } from 'playwright-core'

declare global {
  // The page's own window; the tests read it.
  var shifted: number | undefined
}

/** Has every page that opens here add up what moves unasked, as a share of the screen; before the first `goto`. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.shifted = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) globalThis.shifted = (globalThis.shifted ?? 0) + entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** What has moved so far, once the page has come to rest. */
export async function shiftOf(page: Page): Promise<number> {
  await page.waitForTimeout(500)
  const shifted = await page.evaluate(() => globalThis.shifted)
  if (shifted === undefined) throw new Error('The page does not watch what moves: call watchShifts() before it opens.')
  return shifted
}
