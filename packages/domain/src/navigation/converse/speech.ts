import { unitOf } from '../../inventory/units.ts'
import type { Language } from '../../text/language.ts'
import { unitWords } from '../texts/unit-words.ts'

/** What is written with a sign and spoken with a word. */
const signs: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\s*%/g, ' percent'],
    [/\s*&\s*/g, ' and '],
    [/(\d)\s*×\s*(\d)/g, '$1 by $2'],
    [/°\s?C\b/g, ' degrees Celsius'],
    [/°/g, ' degrees'],
  ],
  de: [
    [/\s*%/g, ' Prozent'],
    [/\s*&\s*/g, ' und '],
    [/(\d)\s*×\s*(\d)/g, '$1 mal $2'],
    [/°\s?C\b/g, ' Grad'],
    [/°/g, ' Grad'],
  ],
  fr: [
    [/\s*%/g, ' pour cent'],
    [/\s*&\s*/g, ' et '],
    [/(\d)\s*×\s*(\d)/g, '$1 sur $2'],
    [/\bn°\s*/gi, 'numéro '],
    [/°\s?C\b/g, ' degrés'],
    [/°/g, ' degrés'],
  ],
  es: [
    [/\s*%/g, ' por ciento'],
    [/\s*&\s*/g, ' y '],
    [/(\d)\s*×\s*(\d)/g, '$1 por $2'],
    [/°\s?C\b/g, ' grados'],
    [/°/g, ' grados'],
  ],
}

const longest = 600

/** Sentences as a person hears them; lines end one, too. */
function sentences(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return text
    .split('\n')
    .flatMap(line => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence))
}

const abbreviated = /(\d+(?:[.,]\d+)?)\s?(mm|cm|dm|m|kg|g|mg|ml|cl|l|oz|lb|ft)(?![\p{L}\p{N}])/gu

/** “95 mm” as one says it. */
function unitsSpoken(text: string, language: Language): string {
  const plurals = new Intl.PluralRules(language)
  return text.replaceAll(abbreviated, (_, quantity: string, unit: string) => {
    const known = unitOf(unit)
    const form = plurals.select(Number(quantity.replace(',', '.'))) === 'one' ? 0 : 1
    return `${quantity} ${known === null ? unit : unitWords[known.code][language][form]}`
  })
}

/** A text as it is spoken: without quotation marks, lists and signs, at most two sentences. */
export function speakable(text: string, language: Language): string {
  const plain = text
    .slice(0, 4 * longest)
    .replaceAll(/^\s*(?:[-*•–]|\d+[.)])\s+/gm, '')
    .replaceAll(/\s*\([^()]*\)/g, '')
    .replaceAll(/«\s*|\s*»/g, '')
    .replaceAll(/[“”„"*_#`~|<>[\]{}]/g, '')
    .replaceAll(/\p{Extended_Pictographic}/gu, '')
  const spoken = signs[language].reduce(
    (said, [sign, word]) => said.replaceAll(sign, word),
    unitsSpoken(plain, language),
  )
  return sentences(spoken, language)
    .slice(0, 2)
    .join(' ')
    .replaceAll(/[\s\u{A0}]+/gu, ' ')
    .replaceAll(language === 'fr' ? / ([,.])/g : / ([,.;:!?])/g, '$1')
    .trim()
    .slice(0, longest)
}
