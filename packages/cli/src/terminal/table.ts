import { cleanLine } from './clean-text.ts'
import { cutTo, displayWidth, padTo } from './display-width.ts'
import type { Terminal } from './terminal.ts'

export interface Column<T> {
  readonly title: string
  readonly cell: (row: T) => string
  /** The column that gives way when the line is too long. */
  readonly flexible?: boolean
}

/** Rows as aligned columns, cut to the width of the terminal; for a screen reader a line of "title: value" each. */
export function table<T>(terminal: Terminal, columns: readonly Column<T>[], rows: readonly T[]): string {
  const cells = rows.map(row => columns.map(column => cleanLine(column.cell(row))))
  if (terminal.plain)
    return cells.map(row => row.map((cell, index) => `${columns[index]?.title}: ${cell}`).join('; ')).join('\n')
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...cells.map(row => displayWidth(row[index] ?? ''))),
  )
  const gaps = 2 * (columns.length - 1)
  const tooMuch = widths.reduce((sum, width) => sum + width, gaps) - terminal.width
  const flexible = columns.findIndex(column => column.flexible)
  if (tooMuch > 0 && flexible >= 0) widths[flexible] = Math.max(10, (widths[flexible] ?? 0) - tooMuch)
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => padTo(cutTo(cell, widths[index] ?? 0), widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  return [terminal.style.quiet(line(columns.map(column => column.title))), ...cells.map(line)].join('\n')
}
