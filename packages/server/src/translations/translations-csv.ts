import type { RawBody } from '@hidesync/contract/http/raw-body'
import { readCell, safeCell } from '@hidesync/domain/translations/safe-cell'
import { fileColumns, type FileRow, type GivenRow } from '@hidesync/domain/translations/translator-file'
import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { AppError } from '../http/app-error.ts'
import { textOfBody } from '../http/raw-body.ts'

/** The table that a translator fills in; with the mark by which spreadsheets know that it is UTF-8. */
export function writeCsv(rows: readonly FileRow[]): string {
  const cells = rows.map(row => fileColumns.map(column => safeCell(String(row[column]))))
  return stringify([[...fileColumns], ...cells], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
}

const needed = ['part', 'id', 'field', 'translation'] as const

const unreadable = (message: string): AppError =>
  new AppError('request.invalid', message, { errors: [{ path: '', message }] })

interface Line {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Commas, or the semicolons that some spreadsheets write instead. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split(/\r?\n/, 1)
  return head.split(';').length > head.split(',').length ? ';' : ','
}

function linesOf(text: string): readonly Line[] {
  try {
    return parse(text, {
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
    }) as unknown as readonly Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as unknown as { readonly lines?: number }
    throw unreadable(
      `The file is no table that can be read: look at the quotes around line ${lines ?? 1}. Save it as CSV in UTF-8.`,
    )
  }
}

/** The rows of a table that came back; columns may be in any order. Refuses (422) what is no such table. */
export function readCsv(body: RawBody): readonly GivenRow[] {
  const [head, ...lines] = linesOf(textOfBody(body))
  const names = (head?.record ?? []).map(name => name.trim().toLowerCase())
  const missing = needed.filter(name => !names.includes(name))
  if (missing.length > 0)
    throw unreadable(
      `The first line has to name the columns ${fileColumns.join(', ')}; ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there.`,
    )
  const column = (record: readonly string[], name: string): string | null => {
    const index = names.indexOf(name)
    return index < 0 ? null : readCell(record[index] ?? '')
  }
  return lines.map(({ record, info }) => ({
    place: `line ${info.lines}`,
    part: column(record, 'part')?.trim() ?? '',
    id: column(record, 'id')?.trim() ?? '',
    field: column(record, 'field')?.trim() ?? '',
    source: column(record, 'source'),
    translation: column(record, 'translation') ?? '',
  }))
}
