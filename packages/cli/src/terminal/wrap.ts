import { displayWidth, graphemes } from './display-width.ts'

/** A word that is wider than the line, in pieces that fit. */
function breakWord(word: string, columns: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const grapheme of graphemes(word)) {
    if (piece !== '' && displayWidth(piece + grapheme) > columns) {
      pieces.push(piece)
      piece = ''
    }
    piece += grapheme
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Stands for a blank at which no line may break while lines are made; what is printed has a plain one. */
const glue = '\ue000'

/**
 * Where no line may break: inside the quotation marks of French and before some of its signs, and between a number and what it
 * counts, unless that would tear a narrow column.
 */
const held = (paragraph: string, columns: number): string =>
  paragraph
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:;?!](?:\s|$|[.,»)]))/g, '\u00a0')
    .replace(/(?<!\S)\d+(?:[.,/]\d+)* [\p{L}°%]\S*/gu, pair =>
      pair.length > columns / 4 ? pair : pair.replace(' ', glue),
    )

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of held(paragraph, columns)
    .split(/[ \t]+/)
    .filter(part => part !== '')) {
    for (const piece of displayWidth(word) > columns ? breakWord(word, columns) : [word]) {
      const needed = displayWidth(piece)
      if (line !== '' && width + 1 + needed > columns) {
        lines.push(line)
        line = ''
        width = 0
      }
      line = line === '' ? piece : `${line} ${piece}`
      width += needed + (width === 0 ? 0 : 1)
    }
  }
  return [...lines, line].map(each => each.replaceAll(glue, ' '))
}

const listMark = /^[ \t]*(?:\d{1,3}[.)]|[-*•])[ \t]+(?=\S)/

/** Text as authors write it: what follows `1.` or `-` stays under its own beginning. */
export function wrapProse(text: string, columns: number): string[] {
  return text.split('\n').flatMap(line => {
    const mark = listMark.exec(line)?.[0] ?? ''
    return wrap(line.slice(mark.length), columns, mark)
  })
}

/**
 * Breaks text into lines of at most `columns`; its own line breaks stay. `first` stands before the first line, and the lines
 * below are indented by as much.
 */
export function wrap(text: string, columns: number, first = ''): string[] {
  const indent = displayWidth(first)
  const room = Math.max(10, columns - indent)
  return text
    .split('\n')
    .flatMap(paragraph => wrapParagraph(paragraph, room))
    .map((line, index) => (line === '' ? first.trimEnd() : (index === 0 ? first : ' '.repeat(indent)) + line))
    .map((line, index) => (index > 0 && line.trim() === '' ? '' : line))
}
