import {
  isPluralElement,
  isSelectElement,
  parse,
  TYPE,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'

/** What a message asks of who fills it in, and how it counts. */
export interface IcuArguments {
  /** `count plural`, `name`: each argument with its kind, and a choice with its cases. */
  readonly names: readonly string[]
  /** The cases of each plural, `=0` and the like left out. */
  readonly plurals: readonly (readonly string[])[]
}

const kindOf: Readonly<Partial<Record<TYPE, string>>> = {
  [TYPE.argument]: '',
  [TYPE.number]: ' number',
  [TYPE.date]: ' date',
  [TYPE.time]: ' time',
}

function collect(elements: readonly MessageFormatElement[], names: Set<string>, plurals: string[][]): void {
  for (const element of elements) {
    if (isPluralElement(element) || isSelectElement(element)) {
      const cases = Object.keys(element.options)
      if (isPluralElement(element)) plurals.push(cases.filter(one => !one.startsWith('=')))
      names.add(element.value + (isPluralElement(element) ? ' plural' : ` select ${cases.toSorted().join('|')}`))
      for (const { value } of Object.values(element.options)) collect(value, names, plurals)
    } else if (kindOf[element.type] !== undefined && 'value' in element) {
      names.add(element.value + kindOf[element.type])
    }
  }
}

/** @throws where the message is no ICU message. */
export function icuArguments(message: string): IcuArguments {
  const names = new Set<string>()
  const plurals: string[][] = []
  collect(parse(message), names, plurals)
  return { names: [...names].toSorted(), plurals }
}
