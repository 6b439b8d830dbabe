import { languages, spokenLanguage, speaks, type Language } from '@hidesync/domain/text/language'
import { isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import { InvalidArgumentError } from 'commander'

/** What a play is read and spoken in. */
export interface Tongue {
  /** The language of all that the system says and understands. */
  readonly language: Language
  /** What the texts of the workflow are asked for in, such as `de-AT`. */
  readonly locale: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** The language that the environment states (`de_AT.UTF-8` is `de-AT`); null: none, or that of machines. */
export function localeOfEnvironment(environment: Environment): string | null {
  const stated = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  const locale = stated.replace(/[.@].*$/, '').replaceAll('_', '-')
  return isLocale(locale) && !/^(?:c|posix)$/i.test(locale) ? normalLocale(locale) : null
}

export const tongueOf = (locale: string): Tongue => ({ language: spokenLanguage([locale]), locale })

/** Reads `--lang`. */
export function locale(text: string): string {
  if (!isLocale(text) || !speaks(text))
    throw new InvalidArgumentError(`Give ${languages.join(', ')}, or one of them in a country, such as de-AT.`)
  return normalLocale(text)
}
