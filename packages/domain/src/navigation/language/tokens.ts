/** One word, number or picture of what was said. */
export interface Token {
  /** As it is compared: without case, accents and ligatures. */
  readonly text: string
  /** Where it stands in what was said. */
  readonly start: number
  readonly end: number
  /** Whether a mark such as a comma stands before it. */
  readonly afterMark: boolean
}

// Each alternative is one run of one kind of character, so that reading is linear whatever comes.
const pieces =
  /\d+(?:[.,:/]\d+)?|[½¼¾⅓⅔]|[\p{L}\p{M}\p{Cf}]+(?:['’ʼ`´][\p{L}\p{M}\p{Cf}]+)*(?:[²³]|[23](?!\d))?|#|[.,;:!?…\n–—]|\p{Extended_Pictographic}/gu
const marks = /^[.,;:!?…\n–—]$/
const fractionSigns = new Map([
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['⅓', '1/3'],
  ['⅔', '2/3'],
])
/** "m2" is a unit, "step2" are two words. */
const areaUnit = /^(?:mm|cm|dm|m|km|in|ft|yd)[23]$/
const endsInDigit = /^(\D+)([23])$/

/** What differs between languages in how words are written. */
export interface Spelling {
  /** "l'étape" is two words; "what's" is one, which is taken apart later. */
  readonly apostrophe: 'joins' | 'splits'
  /** Whether "ae" may be written for "ä". */
  readonly umlauts: boolean
  /** Words of which the accent counts, or a mark, and is kept: "sí" is no "si", "we'll" no "well". */
  readonly accented?: ReadonlySet<string>
}

/** How letters are compared: without case, accents and ligatures. */
export function fold(word: string, { umlauts, accented }: Spelling): string {
  const written = word.normalize('NFC').toLowerCase()
  if (accented?.has(written) === true) return written
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  return umlauts ? plain.replaceAll(/([aou])e/g, '$1') : plain
}

const isPicture = /\p{Extended_Pictographic}/u
const isLetters = /\p{L}/u

/** Whether a token is an emoji or the like: seen, but not part of any command. */
export const pictures = (token: Token): boolean => isPicture.test(token.text) && !isLetters.test(token.text)

/** Takes a text apart. Marks are not tokens; they are remembered by what follows them. */
export function tokensOf(text: string, spelling: Spelling): readonly Token[] {
  const tokens: Token[] = []
  let afterMark = false
  const add = (piece: string, start: number) => {
    const folded = fold(piece, spelling)
    if (folded === '') return
    tokens.push({ text: folded, start, end: start + piece.length, afterMark })
    afterMark = false
  }
  for (const found of text.matchAll(pieces)) {
    const [piece] = found
    const start = found.index
    if (marks.test(piece)) {
      afterMark = true
      continue
    }
    const fraction = fractionSigns.get(piece)
    if (fraction !== undefined) {
      tokens.push({ text: fraction, start, end: start + 1, afterMark })
      afterMark = false
      continue
    }
    const parts = spelling.apostrophe === 'splits' ? piece.split(/['’ʼ`´]/) : [piece]
    let offset = start
    for (const part of parts) {
      const digit = areaUnit.test(fold(part, spelling)) ? null : endsInDigit.exec(part)
      if (digit?.[1] === undefined || digit[2] === undefined) add(part, offset)
      else {
        add(digit[1], offset)
        add(digit[2], offset + digit[1].length)
      }
      offset += part.length + 1
    }
  }
  return tokens
}
