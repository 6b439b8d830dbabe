const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const invisible = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u
/** Emoji, and the scripts that take two columns a character (East Asian Width W and F). */
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u
// oxlint-disable-next-line no-control-regex -- our own colours take no room
const colours = /\u001b\[[0-9;]*m/g

/** What a person would call the characters of a text. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), part => part.segment)
}

/** Columns that a text takes on a terminal; colours take none. */
export function displayWidth(text: string): number {
  const plain = text.replace(colours, '')
  if (/^[ -~]*$/.test(plain)) return plain.length
  let width = 0
  for (const grapheme of graphemes(plain)) width += invisible.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1
  return width
}

/** Cuts to at most `columns`, with an ellipsis where something was left out. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let cut = ''
  let width = 1
  for (const grapheme of graphemes(text)) {
    width += displayWidth(grapheme)
    if (width > columns) break
    cut += grapheme
  }
  return `${cut.trimEnd()}…`
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}
