import type { Page } from 'playwright-core'

/** A control that had the focus, and how everything that may show it looked meanwhile. */
interface Stop {
  readonly element: HTMLElement
  readonly candidates: readonly Element[]
  readonly looks: readonly Look[]
  readonly isOnTop: boolean
}
interface Look {
  readonly width: number
  readonly colour: string
  readonly text: string
}
interface FocusWatch {
  /** Goes on to what has the focus now; what was wrong with the stop before. */
  next(): { readonly fault: string | null; readonly isEnd: boolean }
}

declare global {
  // The page's own window; the tests read it.
  var focusWatch: FocusWatch | undefined
}

/** Has the page keep how each control looks with the focus, to be compared with how it looks when that has gone on. */
function watchFocus(): void {
  const seen = new Set<Element>()
  let stop: Stop | null = null

  const looksOf = (candidates: readonly Element[]): readonly Look[] =>
    candidates.map(one => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one)
      const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      return { width, colour: outlineColor, text: `${width} ${outlineColor} ${boxShadow}` }
    })

  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
  const paint = canvas.getContext('2d', { willReadFrequently: true })
  const luminance = (colours: readonly string[]): number => {
    if (paint === null) throw new Error('This browser draws no canvas.')
    for (const colour of colours) {
      paint.fillStyle = colour
      paint.fillRect(0, 0, 1, 1)
    }
    const [red = 0, green = 0, blue = 0] = Array.from(paint.getImageData(0, 0, 1, 1).data, value => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  /** From the paper of the page to what lies right behind it. */
  const ground = (one: Element | null): readonly string[] =>
    one === null ? ['white'] : [...ground(one.parentElement), getComputedStyle(one).backgroundColor]

  const stopAt = (element: HTMLElement): Stop => {
    // Of a hidden input, what stands for it shows the ring; of one between its buttons, their group; of a link that covers its card, the card.
    const isHidden = element.matches('input[type=radio], input[type=checkbox]')
    const shown = isHidden ? (element.closest('label') ?? element) : element
    const around = [shown.closest('article'), element.matches('input') ? shown.closest('[role=group]') : null]
    const candidates = [shown, ...shown.querySelectorAll('*'), ...around.filter(one => one !== null)]
    const { left, top, width, height } = shown.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight - top - 1))
    const isOnTop = hit !== null && (shown.contains(hit) || hit.contains(shown))
    return { element, candidates, looks: looksOf(candidates), isOnTop }
  }

  const faultOf = ({ element, candidates, looks, isOnTop }: Stop): string | null => {
    const without = looksOf(candidates)
    const contrasts = looks.flatMap(({ width, colour, text }, index) => {
      if (width < 2 || text === without[index]?.text) return []
      const behind = ground(candidates[index]?.parentElement ?? null)
      const [low = 0, high = 0] = [luminance(behind), luminance([...behind, colour])].toSorted((one, two) => one - two)
      return [(high + 0.05) / (low + 0.05)]
    })
    const contrast = Math.max(0, ...contrasts)
    return isOnTop && contrast >= 3
      ? null
      : `${element.outerHTML.slice(0, 200)}: contrast of the ring ${contrast.toFixed(1)}, on top: ${isOnTop}`
  }

  globalThis.focusWatch = {
    next() {
      const fault = stop === null ? null : faultOf(stop)
      const element = document.activeElement
      const isEnd = !(element instanceof HTMLElement) || element === document.body || seen.has(element)
      stop = isEnd ? null : stopAt(element)
      if (!isEnd) seen.add(element)
      return { fault, isEnd }
    },
  }
}

/** Tabs through a page or its dialog once, at most so many stops; what is wrong with how the focus shows there. */
export async function focusFaults(
  page: Page,
  most: number,
): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
  await page.evaluate(watchFocus)
  const faults: string[] = []
  for (let stops = 0; ; stops += 1) {
    await page.keyboard.press('Tab')
    const { fault, isEnd } = await page.evaluate(async () => {
      const drawn = () => new Promise(resolve => requestAnimationFrame(resolve))
      await drawn()
      await drawn()
      if (globalThis.focusWatch === undefined) throw new Error('The page was left while its focus was looked at.')
      return globalThis.focusWatch.next()
    })
    if (fault !== null) faults.push(fault)
    if (isEnd || stops === most) return { stops, faults }
  }
}
