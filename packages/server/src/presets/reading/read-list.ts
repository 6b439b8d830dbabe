import { parse, CsvError } from 'csv-parse/sync'
import { asName, chain, LeftOut, unreadable, type ReadSource } from './source.ts'

interface ListedStep {
  readonly name: string
  readonly instructions?: string
  readonly [field: string]: unknown
}

function presetOf(name: string, steps: readonly ListedStep[], left: LeftOut): ReadSource {
  const numbered = steps.map((step, index) => ({ id: index + 1, step_type: 'instruction', ...step }))
  const workflow = {
    name,
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

/**
 * Reads a plain list: a line a step, whatever bullet or number it has; a line that is indented deeper than the first step belongs to the step
 * above. A first line that stands alone, or a heading, is the name.
 */
export function readText(text: string, name: string | null): ReadSource {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  const first = lines.findIndex(line => line.trim() !== '')
  if (first < 0) throw unreadable('The list is empty: write a line for each step.')
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
  return presetOf(name ?? title, all, new LeftOut())
}

const columns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['name', 'step', 'title', 'task', 'schritt', 'étape', 'etape', 'paso'].map(key => [key, 'name']),
  ),
  ...Object.fromEntries(
    ['instructions', 'text', 'details', 'anleitung', 'instrucciones'].map(key => [key, 'instructions']),
  ),
  ...Object.fromEntries(['description', 'beschreibung', 'descripción', 'descripcion'].map(key => [key, 'description'])),
  ...Object.fromEntries(
    ['minutes', 'duration', 'estimated_duration', 'minuten', 'dauer', 'durée', 'duree', 'duración'].map(key => [
      key,
      'estimated_duration',
    ]),
  ),
  ...Object.fromEntries(['type', 'step_type', 'typ'].map(key => [key, 'step_type'])),
  ...Object.fromEntries(['tip', 'tips', 'tipp'].map(key => [key, 'tips'])),
  ...Object.fromEntries(['warning', 'warnings', 'warnung'].map(key => [key, 'warnings'])),
}

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

/** Reads a table of steps: the first row names the columns, of which `name` is needed. */
export function readCsv(text: string, name: string | null): ReadSource {
  let rows: string[][]
  try {
    const delimiter = separatorOf(text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '')
    rows = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 200_000,
      to: 5003,
    })
  } catch (error) {
    const line = error instanceof CsvError ? ` (line ${String(error['lines'])})` : ''
    throw unreadable(`The file is not valid CSV${line}: check its quotation marks.`)
  }
  const [header = [], ...records] = rows
  const fields = header.map(title => columns[title.trim().toLowerCase()] ?? null)
  if (!fields.includes('name'))
    throw unreadable('The table has no column “name”: its first row has to name the columns, one of them “name”.')
  const left = new LeftOut()
  header.forEach((title, index) => {
    if (fields[index] === null) left.add('', `Column “${title.slice(0, 60)}” has no place in a step and was left out.`)
  })
  const steps = records.map((record): ListedStep => {
    const entries = record.flatMap((text, index) => {
      const field = fields[index] ?? null
      return field === null || text.trim() === '' ? [] : [[field, valueOf(field, text.trim())] as const]
    })
    return { name: '', ...Object.fromEntries(entries) }
  })
  if (steps.length === 0)
    throw unreadable('The table has no rows: below the names of the columns write a row for each step.')
  return presetOf(name ?? 'Imported list', steps, left)
}
