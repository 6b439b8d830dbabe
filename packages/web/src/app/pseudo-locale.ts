import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { PseudoLocale } from './pseudo-locales.ts'

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('aàeéiîoöuüyýcçnñsšzžAÀEÉIÎOÖUÜYÝCÇNÑSŠZŽ'.matchAll(/(.)(.)/gu), ([, plain = '', accented = '']) => [
    plain,
    accented,
  ]),
)

/** As long as German or Finnish would be: every word grows by about two fifths. */
const longer = (text: string): string =>
  text.replace(/\p{L}+/gu, word => {
    const accented = Array.from(word, letter => accents[letter] ?? letter).join('')
    return accented + '~'.repeat(Math.round(word.length * 0.4))
  })

/** Each word written from right to left, by the marks that override the direction of letters. */
const mirrored = (text: string): string => text.replace(/\p{L}+/gu, word => `\u202E${word}\u202C`)

function inLiterals(
  elements: readonly MessageFormatElement[],
  change: (text: string) => string,
): MessageFormatElement[] {
  return elements.map(element => {
    if (isLiteralElement(element)) return { ...element, value: change(element.value) }
    if (isPluralElement(element) || isSelectElement(element))
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, option]) => [
            name,
            { ...option, value: inLiterals(option.value, change) },
          ]),
        ),
      }
    return element
  })
}

/** The catalogue with every text changed, and every argument of it left alone. */
export function pseudoMessages<Messages>(messages: Messages, locale: PseudoLocale): Messages {
  const change = locale === 'en-XA' ? longer : mirrored
  const walk = (node: unknown): unknown =>
    typeof node === 'string'
      ? printAST(inLiterals(parse(node), change))
      : Object.fromEntries(Object.entries(node as object).map(([key, value]) => [key, walk(value)]))
  return walk(messages) as Messages
}
