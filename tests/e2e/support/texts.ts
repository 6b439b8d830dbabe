import type { Page } from 'playwright-core'
import { expectNoSidewaysScroll } from './app.ts'

/** What a person likes, as the device keeps it. */
export const prefer = (page: Page, preferences: object) =>
  page.addInitScript(text => localStorage.setItem('hidesync.preferences', text), JSON.stringify(preferences))

/** Visible texts that their box cuts off, though nothing lets one scroll there; a map is moved about in. */
export const cutTexts = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('body *'))
      .filter(element => {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, display } = getComputedStyle(element)
        if (element.matches('.react-flow, .visually-hidden')) return false
        if (display === 'none' || element.clientWidth <= 1 || textOverflow === 'ellipsis' || webkitLineClamp !== 'none')
          return false
        const isCutAcross = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
        const isCutBelow = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2
        return (isCutAcross || isCutBelow) && element.innerText.trim() !== ''
      })
      .map(element => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 60)}`),
  )

/** The language whose texts are longer by two fifths, in letters that no text outside the catalogues has. */
export const stretched = { language: { interface: 'en-XA' } }

/** What such texts bring to light in a room, on a tablet and on a phone: keys without a text, and texts that are cut off. */
export async function stretchedFaults(page: Page, path: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 768 })
    await page.goto(path)
    await page.locator('html[lang=en-XA]').waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const text = (await page.locator('body').innerText()).replaceAll(/\S+@\S+/g, '')
    faults.push(...(text.match(/\b[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*\b(?!\.)/g) ?? []), ...(await cutTexts(page)))
    await expectNoSidewaysScroll(page)
  }
  return faults
}
