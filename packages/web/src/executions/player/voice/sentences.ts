/** A sentence of the page, and where it stands. */
export interface PageSentence {
  readonly text: string
  readonly lang: string
  readonly range: Range
}

/** What of a step is read, in its order: name, warnings, instructions. */
const read = 'h1, [role=note], [data-instructions] :is(p, li, pre)'

/** Where a letter of an element's text stands. */
function placeAt(element: Element, offset: number): { readonly node: Node; readonly offset: number } | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return null
}

function sentencesOf(element: Element): PageSentence[] {
  const lang = element.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
  const text = element.textContent ?? ''
  return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].flatMap(({ segment, index }) => {
    const start = placeAt(element, index)
    const end = placeAt(element, index + segment.trimEnd().length)
    if (segment.trim() === '' || start === null || end === null) return []
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return [{ text: segment.trim(), lang, range }]
  })
}

/** The sentences of the step that is shown, in the language in which they are written. */
export function sentencesIn(area: Element): readonly PageSentence[] {
  const all = [...area.querySelectorAll(read)]
  // A paragraph within an item is read with its item, and what is folded away is not read.
  const outer = all.filter(one => !all.some(other => other !== one && other.contains(one)))
  return outer.filter(one => one.checkVisibility()).flatMap(sentencesOf)
}
