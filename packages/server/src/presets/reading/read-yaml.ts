import { parseDocument } from 'yaml'
import { unreadable, type ReadSource } from './source.ts'

/** Reads a preset written as YAML. Anchors and aliases are refused, so that a small file stays small. */
export function readYaml(text: string): ReadSource {
  const document = parseDocument(text, { uniqueKeys: true, merge: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error !== undefined) {
    const [sentence = ''] = error.message.split('\n')
    throw unreadable(`The file is not valid YAML: ${sentence.replace(/:$/, '')}.`)
  }
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown, warnings: [] }
  } catch {
    throw unreadable('The YAML file repeats parts by anchors and aliases (& and *): write them out instead.')
  }
}
