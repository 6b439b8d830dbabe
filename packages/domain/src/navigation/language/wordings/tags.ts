import type { Language } from '../../../text/language.ts'

/** What asks for consent at the end of a sentence; nothing that asks whether something is so ("right?", "oder?"). */
export const tags: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'shall we',
    'yeah',
    'yes',
    'okay',
    'ok',
    'all right',
    'alright',
    'would you',
    'will you',
    'could you',
    'can you',
    'please',
  ],
  de: ['ja', 'okay', 'ok', 'gell', 'gelle', 'gut', 'in Ordnung', 'einverstanden', 'bitte', 'geht das', 'kannst du'],
  fr: ["d'accord", 'ok', 'okay', 'hein', 'oui', 'tu veux bien', 'vous voulez bien', "s'il te plaît", "s'il vous plaît"],
  es: ['vale', 'sí', 'ok', 'okey', 'de acuerdo', 'dale', 'quieres', 'puedes', 'por favor', 'porfa', 'está bien'],
}
