const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))

/** The digits of every script as 0 to 9: in Unicode those of a script stand in a row, sets of ten one behind the other. */
export const latinDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0
    let first = code
    while (isDigit(first - 1)) first--
    return String((code - first) % 10)
  })
