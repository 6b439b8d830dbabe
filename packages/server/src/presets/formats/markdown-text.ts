import { parse, postprocess, preprocess } from 'micromark'

/** Plain text as Markdown that reads the same: nothing in it is taken for mark-up. Line breaks stay. */
export const plain = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line =>
      line
        .trim()
        .replaceAll(/[\\`*_[\]<>~|]/g, String.raw`\$&`)
        .replaceAll(/&(?=[#\w])/g, String.raw`\&`)
        .replace(/^[#+=-]/, String.raw`\$&`)
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`),
    )
    .join('\n')
    .trim()
    .replaceAll(/\n{2,}/g, '\n\n')
    // A single line break is one of the author's; an empty line parts paragraphs.
    .replaceAll(/(?<!\n)\n(?!\n)/g, '\\\n')

/** On one line: for headings, which end where signs of numbers stand alone, and list entries. */
export const plainLine = (text: string): string =>
  plain(text.replaceAll(/\s+/g, ' ')).replace(/(?<=\s)#+$/, String.raw`\$&`)

/** Of micromark's tokens those that are more than instructions may have. */
const refused: ReadonlySet<string> = new Set([
  'htmlFlow',
  'htmlText',
  'image',
  'labelImage',
  'atxHeading',
  'setextHeadingLine',
  'definition',
  'thematicBreak',
])
const safeAddress = /^(https?:|mailto:)/i

/** Where the text says more than instructions may: HTML, images, headings, addresses that run something, fences left open. */
function tooMuch(text: string): readonly number[] {
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  )
  const found: number[] = []
  let fences = 0
  let resource = 0
  for (const [phase, { type, start, end }] of events) {
    const content = () => text.slice(start.offset, end.offset)
    if (phase === 'exit') {
      if (type === 'codeFencedFence') fences += 1
      if (type === 'codeFenced' && fences < 2) found.push(start.offset)
      continue
    }
    if (type === 'codeFenced') fences = 0
    if (type === 'resource') resource = start.offset
    if (refused.has(type) || (type === 'autolink' && !safeAddress.test(content().slice(1)))) found.push(start.offset)
    if (type === 'resourceDestinationString' && !safeAddress.test(content())) found.push(resource)
  }
  return [...new Set(found)].toSorted((a, b) => b - a)
}

const indented = (text: string): string => text.replaceAll(/\t/g, '  ')

/**
 * Instructions as Markdown for documents: what the player shows as mark-up stays (paragraphs, lists, emphasis, code, links), anything else is shown
 * as it was typed, and nothing reaches beyond its own block.
 */
export function instructionsText(text: string): string {
  let safe = indented(text).trim()
  // Taking one sign's meaning away can give another one its own: until nothing is left, or plain text after many rounds.
  for (let round = 0; round < 20; round += 1) {
    const offsets = tooMuch(safe)
    if (offsets.length === 0) return safe
    for (const offset of offsets) safe = `${safe.slice(0, offset)}\\${safe.slice(offset)}`
  }
  return plain(text)
}
