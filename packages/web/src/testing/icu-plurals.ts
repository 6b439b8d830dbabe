import { isPluralElement, parse, TYPE, type PluralElement } from '@formatjs/icu-messageformat-parser'

/** A form of a plural: its own words, and whether the number stands in it. */
interface PluralForm {
  readonly words: readonly string[]
  readonly showsNumber: boolean
}

/** What a message counts, and how it is put for each number. */
export interface Plural {
  readonly argument: string
  /** The form that its language has for the number; `=0` and the like go before. */
  readonly formFor: (count: number, language: string) => PluralForm | undefined
}

const formsOf = ({ value, options }: PluralElement): Plural => ({
  argument: value,
  formFor: (count, language) => {
    const option = options[`=${count}`] ?? options[new Intl.PluralRules(language).select(count)] ?? options['other']
    return (
      option && {
        words: option.value.flatMap(part => (part.type === TYPE.literal ? [part.value] : [])),
        showsNumber: option.value.some(({ type }) => type === TYPE.pound),
      }
    )
  },
})

/** The plurals of a message that stand in no other choice. @throws where the message is no ICU message. */
export const pluralsOf = (message: string): readonly Plural[] => parse(message).filter(isPluralElement).map(formsOf)
