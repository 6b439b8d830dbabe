import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayMinutes } from '../terminal/words.ts'

export type WorkflowPage = RouteOutput<Routes['workflows']['list']>

/** A page of workflows for people, with how to see the rest. */
export function workflowTable(terminal: Terminal, page: WorkflowPage, nothing: string): string {
  const { items, total, offset, has_more } = page
  if (items.length === 0)
    return total === 0 ? nothing : `There is nothing from ${offset} on: there are ${plural(total, 'workflow')} in all.`
  const rows = table(
    terminal,
    [
      { title: 'ID', cell: row => String(row.id) },
      { title: 'Name', cell: row => row.name, flexible: true },
      { title: 'Status', cell: row => row.status },
      { title: 'Level', cell: row => row.difficulty_level ?? '–' },
      { title: 'Time', cell: row => (row.estimated_duration === null ? '–' : sayMinutes(row.estimated_duration)) },
      { title: 'Steps', cell: row => String(row.step_count) },
    ],
    items,
  )
  const last = offset + items.length
  const rest = has_more ? ` The next: --offset ${last}` : ''
  return `${rows}\n\n${terminal.style.quiet(`${offset + 1}–${last} of ${total}.${rest}`)}`
}
