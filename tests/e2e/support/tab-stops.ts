import type { Page } from 'playwright-core'

/** Stops that one may need to get round once. */
const most = 400

interface TabRound {
  /** How many controls there are to reach. */
  readonly wanted: number
  /** Those that Tab went past. */
  readonly missed: readonly string[]
}

/** Tabs round a page once. Throws where Tab does not come round. */
export async function tabRound(page: Page): Promise<TabRound> {
  const wanted = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')
    // Of radio buttons the chosen one alone is a stop.
    const stops = Array.from(all).filter(
      element =>
        element.tabIndex >= 0 &&
        // What a closed part holds is laid out, but not shown.
        element.checkVisibility() &&
        element.getClientRects().length > 0 &&
        !element.matches(':disabled, input[type=radio]:not(:checked), [tabindex="-1"]'),
    )
    for (const [index, element] of stops.entries()) element.dataset['stop'] = String(index)
    return stops.map(element => `${element.tagName} ${element.getAttribute('aria-label') ?? element.innerText}`.trim())
  })
  const reached = new Set<string>()
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    // What came only now is a stop as well, though not one that was looked for.
    const stop = await page.evaluate(number => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      return (element.dataset['stop'] ??= `late ${number}`)
    }, presses)
    if (stop === null || reached.has(stop))
      return { wanted: wanted.length, missed: wanted.filter((_, index) => !reached.has(String(index))) }
    reached.add(stop)
  }
  throw new Error(`Tab does not come round within ${most} presses.`)
}
