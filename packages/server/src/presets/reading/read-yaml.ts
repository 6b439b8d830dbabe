import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'
import { unreadable, type ReadSource } from './source.ts'

/** What JSON has, too; every other tag would make something else of what is written. */
const plainTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`),
)

/** The first thing that makes a file mean more, or less, than it says ends the reading. */
function refuseTricks(document: Document, lines: LineCounter): void {
  const refuse = (node: Node, sentence: (line: number) => string) => {
    throw unreadable(sentence(lines.linePos(node.range?.[0] ?? 0).line), 'no_yaml')
  }
  const checkKeys = (map: YAMLMap) => {
    const seen = new Set<string>()
    for (const { key } of map.items) {
      if (isAlias(key)) continue
      if (!isScalar(key)) return refuse(map, line => `The YAML file has a name that is no text in line ${line}.`)
      const name = String(key.value)
      if (name === '<<' && key.type === 'PLAIN')
        refuse(key, line => `The YAML file merges parts by “<<” in line ${line}: write them out instead.`)
      if (seen.has(name))
        refuse(key, line => `The YAML file has “${name.slice(0, 60)}” twice in one place: see line ${line}.`)
      seen.add(name)
    }
  }
  visit(document, (_key, node) => {
    if (!isNode(node)) return
    if (isAlias(node))
      refuse(
        node,
        line => `The YAML file repeats parts by anchors and aliases (& and *) in line ${line}: write them out instead.`,
      )
    const { tag } = node as { readonly tag?: string }
    if (tag !== undefined && !plainTags.has(tag))
      refuse(node, line => `The YAML file uses the tag “${tag.slice(0, 60)}” in line ${line}: write plain values.`)
    if (isMap(node)) checkKeys(node)
  })
}

/** Reads a preset written as YAML. What makes a small file large, or text something else than text, is refused. */
export function readYaml(text: string): ReadSource {
  const lines = new LineCounter()
  // The parser looks for repeated names by comparing each with all others: we do it with a set.
  const document = parseDocument(text, { uniqueKeys: false, merge: false, logLevel: 'error', lineCounter: lines })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    if (/call stack/.test(problem.message))
      throw unreadable('The YAML file is nested too deeply to be read.', 'no_yaml')
    const [sentence = ''] = problem.message.split('\n')
    throw unreadable(`The file is not valid YAML: ${sentence.replace(/:$/, '')}.`, 'no_yaml')
  }
  refuseTricks(document, lines)
  return { value: document.toJS({ maxAliasCount: 0 }) as unknown, warnings: [] }
}
