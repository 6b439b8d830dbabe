import type { Language } from '@hidesync/domain/text/language'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { PlayTexts } from './play-texts.ts'

const texts: Readonly<Record<Language, PlayTexts>> = { en, de, fr, es }

/** What the terminal itself says in a language. */
export const playTexts = (language: Language): PlayTexts => texts[language]
