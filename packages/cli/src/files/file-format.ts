import { InvalidArgumentError } from 'commander'

/** Reads the option `--format` of a file to edit. */
export function fileFormat(text: string): 'yaml' | 'json' {
  if (text === 'yaml' || text === 'json') return text
  throw new InvalidArgumentError('Give yaml or json.')
}
