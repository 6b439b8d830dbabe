import type { Language } from '../../../text/language.ts'

/** Words that speak of whom one talks to, as they are written: "finish your tea", "ya estás", "mach dich fertig". */
export const others: Readonly<Record<Language, string>> = {
  en: 'your yours',
  de: 'mich dich dir dein deine deinen deinem deiner euch',
  fr: 'te toi ton ta tes vos votre',
  es: 'tu tus ti te estás terminaste acabaste',
}

/** For whom something is, in talk as well as in what is asked for: "that's it for me", "hold this for me". */
export const forWhom: Readonly<Record<Language, readonly string[]>> = {
  en: ['for me', 'for us'],
  de: ['für mich', 'für uns'],
  fr: ['pour moi', 'pour nous', 'entre nous'],
  es: ['para mí', 'para nosotros'],
}
