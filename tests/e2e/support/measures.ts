import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

declare global {
  // The page's own window: what the browser told of itself, in milliseconds.
  var measured: { largestPaint: number; longestAnswer: number }
  var changed: Promise<number>
}

/** The address of the plainest page that there can be: the app's styles, a heading, a paragraph and a button. */
export const plainPage = '/plain.html'

/** The built web app with the plain page beside it, served by the same server; `remove` takes the copy away. */
export function withPlainPage(webDir: string): { readonly webDir: string; readonly remove: () => void } {
  const copy = mkdtempSync(join(tmpdir(), 'hidesync-measured-'))
  cpSync(webDir, copy, { recursive: true })
  const styles = readFileSync(join(webDir, 'index.html'), 'utf8').match(/<link rel="stylesheet"[^>]*>/g) ?? []
  if (styles.length === 0) throw new Error('The app has no sheets to lay beside the plain page.')
  writeFileSync(
    join(copy, plainPage),
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Plain</title>${styles.join('')}
<h1>A plain page</h1><p>One paragraph, which says as much as a paragraph has to.</p><button type="button">Press</button>
<script src="/plain.js"></script></html>`,
  )
  writeFileSync(
    join(copy, 'plain.js'),
    `document.querySelector('button').addEventListener('click', () => { document.querySelector('p').textContent += ' Pressed.' })`,
  )
  return { webDir: copy, remove: () => rmSync(copy, { recursive: true }) }
}

/** Has every page that opens here note when it painted and how long it took to answer; before the first `goto`. */
export const watchPaints = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const measured = (globalThis.measured = { largestPaint: 0, longestAnswer: 0 })
    new PerformanceObserver(list => {
      for (const { startTime } of list.getEntries()) measured.largestPaint = startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    const answers: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 }
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) measured.longestAnswer = Math.max(measured.longestAnswer, duration)
    }).observe(answers)
  })

/** Milliseconds from asking for a page to its largest paint, once it shows what it is opened for. */
export async function paintOf(page: Page, path: string, isThere: () => Promise<void>): Promise<number> {
  // A page that is opened anew, rather than come back to.
  await page.goto('about:blank')
  await page.goto(path)
  await isThere()
  await page.waitForTimeout(300)
  const { largestPaint } = await page.evaluate(() => globalThis.measured)
  if (largestPaint === 0) throw new Error(`${path} has painted nothing.`)
  return largestPaint
}

/**
 * Milliseconds from what a person did to the picture that answers it: the longest of the events of the act. The browser counts in
 * steps of 8 and tells nothing below 16, which then counts as 16.
 */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => (globalThis.measured.longestAnswer = 0))
  await act()
  await page.waitForTimeout(200)
  return Math.max(16, await page.evaluate(() => globalThis.measured.longestAnswer))
}

/** What `select` finds, and a part of the text, in small letters, that it has in the end. */
export interface Change {
  readonly select: string
  readonly wanted?: string
}

/** Milliseconds from a press to the picture in which what is selected reads otherwise, and as it should. */
export async function changeAfter(
  page: Page,
  act: () => Promise<void>,
  { select, wanted = '' }: Change,
): Promise<number> {
  await page.evaluate(
    ([select, wanted]) => {
      const read = () => Array.from(document.querySelectorAll(select), one => one.textContent).join('\n')
      const was = read()
      globalThis.changed = new Promise(resolve => {
        let pressed = 0
        const press = ({ timeStamp }: Event) => (pressed ||= timeStamp)
        addEventListener('keydown', press, { capture: true, once: true })
        addEventListener('pointerdown', press, { capture: true, once: true })
        const observer = new MutationObserver(() => {
          const now = read()
          if (pressed === 0 || now === was || !now.toLowerCase().includes(wanted)) return
          observer.disconnect()
          // What is drawn in one frame is seen when the next one begins.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)))
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      })
    },
    [select, wanted] as const,
  )
  await act()
  return await page.evaluate(() => globalThis.changed)
}

/** How many pictures the browser draws in a second, while what is asked for scrolls up, or nothing does. */
export const framesOf = (page: Page, scrolling: string | null): Promise<number> =>
  page.evaluate(async selector => {
    const box = selector === null ? null : document.querySelector(selector)
    const began = performance.now()
    let frames = 0
    while (performance.now() - began < 1_500) {
      await new Promise(requestAnimationFrame)
      if (box !== null) box.scrollTop -= 30
      frames++
    }
    return (frames * 1_000) / (performance.now() - began)
  }, scrolling)
