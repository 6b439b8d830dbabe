import type { Machine } from './machine.ts'
import type { Row } from './result.ts'

const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '-'
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2)
}

const cells = (row: Row): readonly string[] => [
  row.engine === 'none' ? '-' : row.engine,
  row.name,
  `${figure(row.product)} ${row.unit}`,
  `${figure(row.bare)} ${row.unit}`,
  figure(row.ratio),
  row.lowest === row.highest ? '' : `${figure(row.lowest)} to ${figure(row.highest)}`,
  row.aim ?? '',
  row.met === null ? '' : row.met ? 'yes' : 'NO',
]

const heading = ['database', 'what', 'product', 'compared with', 'ratio', 'rounds', 'aim', 'met']

/** The result as a Markdown table that is also readable as it is. */
export function printTable(rows: readonly Row[]): string {
  const table = [heading, ...rows.map(cells)]
  const widths = heading.map((_, column) => Math.max(...table.map(line => line[column]?.length ?? 0)))
  const line = (values: readonly string[]) =>
    `| ${values.map((value, column) => value.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`
  return [line(heading), rule, ...rows.map(row => line(cells(row)))].join('\n')
}

export function printMachine(machine: Machine, versions: readonly string[]): string {
  return `${machine.cores} cores (${machine.cpu}), ${machine.memory_gib} GiB, ${machine.system}, Node ${machine.node}; ${versions.join('; ')}`
}
