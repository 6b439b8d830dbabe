import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'

export type Imported = RouteOutput<Routes['presets']['import']>

const mostShown = 20

/** What was imported as what; what of the file had no place; what of its needs the workshop does not have. */
export function describeImport(terminal: Terminal, imported: Imported, dryRun: boolean): string {
  const { width } = terminal
  const { id, warnings } = imported
  const name = `“${cleanLine(imported.name)}”`
  const steps = plural(imported.step_count, 'step')
  const first = dryRun
    ? `${name} can be imported (${steps}); nothing was stored.`
    : `Imported ${name} as workflow ${id} (${steps}).`
  const ofFile = warnings.filter(({ code }) => code.startsWith('preset.'))
  const toMend = warnings.length - ofFile.length
  const more = ofFile.length - mostShown
  return [
    first,
    ...ofFile.slice(0, mostShown).flatMap(({ message }) => wrap(cleanLine(message), width, '  - ')),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(toMend > 0 ? wrap(sayToMend(toMend, dryRun ? null : id), width, '  ') : []),
    ...needs(terminal, imported),
  ].join('\n')
}

const sayToMend = (count: number, id: number | null): string =>
  `${plural(count, 'thing')} to look at before it is published${id === null ? '.' : `: hidesync workflows validate ${id}`}`

/** Says nothing where the workshop has none of it: it may well keep no stock here. */
function needs({ width }: Terminal, { resources }: Imported): string[] {
  if (resources.every(({ match }) => match === 'new')) return []
  const named = (match: string): string =>
    resources
      .filter(resource => resource.match === match)
      .map(resource => cleanLine(resource.name))
      .join(', ')
  const [similar, fresh] = [named('similar'), named('new')]
  return [
    ...(similar === '' ? [] : wrap(`Your workshop has something similar to: ${similar}`, width, '  ')),
    ...(fresh === '' ? [] : wrap(`Your workshop does not have: ${fresh}`, width, '  ')),
  ]
}
