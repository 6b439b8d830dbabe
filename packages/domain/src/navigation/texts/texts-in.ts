import type { Language } from '../../text/language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Texts } from './texts.ts'

const all: Readonly<Record<Language, Texts>> = { en, de, fr, es }

/** What navigation says in a language. */
export const textsIn = (language: Language): Texts => all[language]
