import type { WorkflowFacets } from '@hidesync/contract/workflows/workflow-lists.schemas'
import { examples, type Register, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayMinutes } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { addFilters, filtersOf, type FilterOptions } from './workflow-filters.ts'

const sayRange = ({ min, max }: WorkflowFacets['duration'][number]): string =>
  max === null ? `from ${sayMinutes(min)}` : min === 0 ? `up to ${sayMinutes(max)}` : `to ${sayMinutes(max)}`

/** A line for each kind of count, the most frequent first. */
export function describeFacets({ width }: Terminal, facets: WorkflowFacets): string {
  const line = (title: string, counts: readonly (readonly [string, number])[]): readonly string[] => {
    const seen = counts.filter(([, count]) => count > 0)
    if (seen.length === 0) return []
    return wrap(seen.map(([value, count]) => `${cleanLine(value)} (${count})`).join(', '), width, `${title}: `)
  }
  const values = (counts: readonly { readonly value: string; readonly count: number }[]) =>
    counts.map(({ value, count }) => [value, count] as const)
  const atLeast = facets.total_is_minimum ? 'At least ' : ''
  return [
    `${atLeast}${plural(facets.total, 'workflow')}.`,
    ...line('Category', values(facets.category)),
    ...line('Level', values(facets.difficulty_level)),
    ...line(
      'Time',
      facets.duration.map(range => [sayRange(range), range.count] as const),
    ),
    ...line('Language', values(facets.language)),
    ...line('Tag', values(facets.tag)),
    ...line('Status', values(facets.status)),
  ].join('\n')
}

export const registerFacets: Register = (parent, open) => {
  addFilters(parent.command('facets'))
    .description('Count the workflows of each category, level, tag, language and time.')
    .argument('[words...]', 'Only those that these words find.')
    .addHelpText('after', examples('workflows facets', 'workflows facets leather --difficulty beginner'))
    .action(async (words: readonly string[], options: FilterOptions, command) => {
      const context = await open(command)
      const search = words.join(' ')
      const query = { ...filtersOf(options), ...(search && { search }) }
      const facets = await context.client.workflows.facets({ query })
      show(context, facets, () => describeFacets(context.terminal, facets))
    })
}
