import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'

export type Comparison = RouteOutput<Routes['revisions']['compare']>

const marks = { added: '+', removed: '-', changed: '~', moved: '>' } as const
const longest = 200

/** A value of a field on one line, cut where it is long. */
export const sayValue = (shown: JsonValue): string => {
  if (shown === null) return 'nothing'
  const text = cleanLine(typeof shown === 'string' ? shown : JSON.stringify(shown))
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** What changed from one state of a workflow to another: a line for each part, its fields below it, and the sum. */
export function describeChanges({ width, style }: Terminal, { equal, changes, ...counts }: Comparison): string {
  if (equal) return 'There is no difference.'
  const lines = changes.flatMap(({ change, name, fields }) => [
    ...wrap(`${cleanLine(name)}${change === 'moved' ? ' (moved)' : ''}`, width, `${marks[change]} `).map(line =>
      change === 'added' ? style.good(line) : change === 'removed' ? style.bad(line) : style.strong(line),
    ),
    ...(change === 'changed'
      ? fields.flatMap(({ field, before, after }) =>
          wrap(`${field.replaceAll('_', ' ')}: ${sayValue(before)} → ${sayValue(after)}`, width, '    '),
        )
      : []),
  ])
  const sum = (['added', 'changed', 'moved', 'removed'] as const)
    .filter(kind => counts[kind] > 0)
    .map(kind => `${plural(counts[kind], 'part')} ${kind}`)
  return [...lines, '', `${sum.join(', ')}.`].join('\n')
}
