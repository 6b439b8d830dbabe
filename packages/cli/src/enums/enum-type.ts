import { enumTypes, type EnumType } from '@hidesync/domain/workflows/enum-types'
import { InvalidArgumentError } from 'commander'

/** The enumeration that a person names, with or without `workflow_` before it. */
export function enumType(text: string): EnumType {
  const found = enumTypes.find(type => type === text || type === `workflow_${text}`)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`There are ${enumTypes.map(type => type.replace(/^workflow_/, '')).join(', ')}.`)
}
