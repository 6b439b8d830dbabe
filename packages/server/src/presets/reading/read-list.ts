import { parse, CsvError } from 'csv-parse/sync'
import { partLimits } from '@hidesync/domain/presets/text-rules'
import { whereJsonEnds } from '../../http/json-place.ts'
import { asName, chain, LeftOut, unreadable, type ReadSource } from './source.ts'

interface ListedStep {
  readonly name: string
  readonly instructions?: string
  readonly [field: string]: unknown
}

/** What a list cannot say of itself: how the workflow is called, and the language that it is in. */
interface ListFacts {
  readonly name: string | null
  readonly language?: string | null
}

interface List {
  readonly title: string
  readonly steps: readonly ListedStep[]
  readonly left: LeftOut
}

function presetOf({ title, steps, left }: List, { name: called, language }: ListFacts): ReadSource {
  const name = called ?? title
  const most = partLimits.steps
  if (steps.length > most)
    throw unreadable(
      `The file lists more than ${most} steps, and no workflow may have more: split it.`,
      'too_many_steps',
    )
  const numbered = steps.map((step, index) => ({ id: index + 1, step_type: 'instruction', ...step }))
  const workflow = {
    name,
    ...(language ? { default_locale: language } : {}),
    steps: numbered,
    connections: chain(numbered),
    outcomes: [{ id: 1, name, is_default: true }],
  }
  return { value: { preset_info: { name }, workflow }, warnings: left.list() }
}

const bullet = /^(?:[-*+•–]\s+(?:\[[ xX]\]\s+)?|\(?\d{1,5}[.):]\s*|#{1,6}\s+)/
const amount = String.raw`(\d{1,5}(?:[.,]\d{1,3})?)\s?(h|hrs?|hours?|std|stunden?|heures?|horas?|m|min|mins|minutes?|minuten|minutos?)\.?`
/** At the end of a line, in brackets or behind a dash, comma or colon. */
const duration = new RegExp(String.raw`\s?(?:[([]\s?${amount}\s?[)\]]|(?:\s[-–—]|[,:;])\s?${amount})$`, 'i')
/** As long as a duration can be; a line is not searched from its beginning. */
const longestDuration = 40

function readLine(line: string): ListedStep {
  const text = line.trim().replace(bullet, '')
  const end = text.slice(-longestDuration)
  const match = duration.exec(end)
  const [figure = '', unit = ''] = match?.slice(1).filter(Boolean) ?? []
  const minutes = Number(figure.replace(',', '.')) * (/^(h|s)/i.test(unit) ? 60 : 1)
  const rest = match === null ? text : text.slice(0, text.length - end.length + match.index)
  const name = asName(rest, 'Step')
  return {
    name,
    ...(name.length < rest.length ? { instructions: rest } : {}),
    ...(match === null ? {} : { estimated_duration: minutes }),
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** Every file can be read as lines; these are none that a person wrote as steps. */
function refuseOtherForms(text: string): void {
  const beginning = text.slice(0, 1000).trimStart()
  const form = /^<(?:!doctype|\?xml|html|svg|(?:\w+:)?definitions)\b/i.test(beginning)
    ? 'HTML or XML'
    : beginning.startsWith('%PDF-')
      ? 'PDF'
      : /^[{[]/.test(beginning) && whereJsonEnds(text) === null
        ? 'JSON'
        : null
  if (form !== null)
    throw unreadable(
      `The file is ${form} and no list of steps: send it with the “content-type” that it has.`,
      'no_list',
    )
}

/**
 * Reads a plain list: a line a step, whatever bullet or number it has; a line that is indented deeper than the first step belongs to the step
 * above. A first line that stands alone, or a heading, is the name.
 */
export function readText(text: string, facts: ListFacts): ReadSource {
  refuseOtherForms(text)
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const first = lines.findIndex(line => line.trim() !== '')
  if (first < 0) throw unreadable('The list is empty: write a line for each step.', 'empty_file')
  const heading = lines[first] ?? ''
  const isTitle =
    /^#\s/.test(heading) ||
    (!bullet.test(heading.trim()) && (lines[first + 1] ?? 'x').trim() === '' && lines.length > first + 2)
  const steps: { step: ListedStep; more: string[] }[] = []
  const listed = lines.slice(isTitle ? first + 1 : first).filter(line => line.trim() !== '')
  const margin = indentOf(listed[0] ?? '')
  for (const line of listed) {
    const last = steps.at(-1)
    if (last !== undefined && indentOf(line) > margin) last.more.push(line.trim())
    else steps.push({ step: readLine(line), more: [] })
  }
  const title = isTitle ? asName(heading.replace(/^#+\s*/, ''), 'Imported list') : 'Imported list'
  const all = steps.map(({ step, more }) =>
    more.length === 0 ? step : { ...step, instructions: [step.instructions ?? '', ...more].join('\n').trim() },
  )
  return presetOf({ title, steps: all, left: new LeftOut() }, facts)
}

/** The names of columns by what they hold, in the languages of the product. */
const namesOfColumns = {
  name: ['name', 'step', 'title', 'task', 'schritt', 'étape', 'etape', 'paso'],
  instructions: ['instructions', 'text', 'details', 'anleitung', 'instrucciones'],
  description: ['description', 'beschreibung', 'descripción', 'descripcion'],
  estimated_duration: ['minutes', 'duration', 'estimated_duration', 'minuten', 'dauer', 'durée', 'duree', 'duración'],
  step_type: ['type', 'step_type', 'typ'],
  tips: ['tip', 'tips', 'tipp'],
  warnings: ['warning', 'warnings', 'warnung'],
}
const columns: ReadonlyMap<string, string> = new Map(
  Object.entries(namesOfColumns).flatMap(([field, names]) => names.map(name => [name, field] as const)),
)

const valueOf = (field: string, text: string): unknown => {
  if (field === 'estimated_duration') {
    const minutes = Number(text.replace(',', '.'))
    return Number.isFinite(minutes) ? minutes : text
  }
  if (field === 'step_type') return text.toLowerCase().replaceAll(/[\s-]+/g, '_')
  return field === 'tips' || field === 'warnings' ? text.split('\n').filter(line => line.trim() !== '') : text
}

const separatorOf = (line: string): string =>
  [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','

/** Characters of one row. */
const longestRow = 200_000

function csvProblem(error: CsvError): string {
  const line = String(error['lines'])
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? `A row of the table is longer than ${longestRow} characters (line ${line}): split it, or check its quotation marks.`
    : `The file is not valid CSV (line ${line}): check its quotation marks.`
}

/** What a program of tables would work out instead of showing it. */
const formula = /^(?:=|[+\-@][\w.]+[(|!])/

/** Reads a table of steps: the first row names the columns, of which `name` is needed. */
export function readCsv(text: string, facts: ListFacts): ReadSource {
  let rows: string[][]
  try {
    const delimiter = separatorOf(text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '')
    rows = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: longestRow,
      to: 5003,
    })
  } catch (error) {
    throw error instanceof CsvError ? unreadable(csvProblem(error), 'no_table') : error
  }
  const [header = [], ...records] = rows
  const fields = header.map(title => columns.get(title.trim().toLowerCase()) ?? null)
  if (!fields.includes('name'))
    throw unreadable(
      'The table has no column “name”: its first row has to name the columns, one of them “name”.',
      'no_name_column',
    )
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) < index)
      throw unreadable(
        `Two columns of the table hold the same (${field}): “${header[index]?.slice(0, 60)}” is one of them.`,
        'column_twice',
      )
  })
  const left = new LeftOut()
  header.forEach((title, index) => {
    if (fields[index] === null) left.add('', `Column “${title.slice(0, 60)}” has no place in a step and was left out.`)
  })
  const steps = records.map((record, row): ListedStep => {
    const entries = record.flatMap((text, index) => {
      const field = fields[index] ?? null
      if (field !== null && formula.test(text.trim()))
        throw unreadable(
          `Row ${row + 2} of the table has a formula in “${header[index]?.slice(0, 60)}”: write what it comes to instead.`,
          'formula',
        )
      return field === null || text.trim() === '' ? [] : [[field, valueOf(field, text.trim())] as const]
    })
    return { name: '', ...Object.fromEntries(entries) }
  })
  if (steps.length === 0)
    throw unreadable('The table has no rows: below the names of the columns write a row for each step.', 'no_rows')
  return presetOf({ title: 'Imported list', steps, left }, facts)
}
