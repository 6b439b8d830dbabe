/**
 * Style sheets and scripts ask how many rem wide the window is. The browser answers by its own text size, and knows nothing of the one
 * that a person chose here; so the questions are put in its terms, and larger text gets the layout of a narrower window, as with zoom.
 */
let scale = 1

const times = (query: string, by: number) => query.replace(/[\d.]+(?=rem)/g, size => String(Number(size) * by))

/** A media query in the terms of the browser. */
export const scaledQuery = (query: string): string => times(query, scale)

function scaleRules({ cssRules }: CSSStyleSheet | CSSGroupingRule, by: number): void {
  for (const rule of cssRules) {
    if (rule instanceof CSSMediaRule) rule.media.mediaText = times(rule.media.mediaText, by)
    if (rule instanceof CSSGroupingRule) scaleRules(rule, by)
  }
}

/** `next`: how many times larger the text is than the browser has it. */
export function setTextScale(next: number): void {
  if (next === scale) return
  for (const sheet of document.styleSheets) scaleRules(sheet, next / scale)
  scale = next
  // Sheets of rooms come later.
  document.addEventListener('load', scaleLoaded, true)
}

function scaleLoaded({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.sheet !== null) scaleRules(target.sheet, scale)
}
