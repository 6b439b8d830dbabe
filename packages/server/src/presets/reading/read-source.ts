import { AppError } from '../../http/app-error.ts'
import { readJson, refuseBadValues } from '../../http/json-body.ts'
import { readBpmn } from './read-bpmn.ts'
import { readHowTo } from './read-howto.ts'
import { readHtml } from './read-html.ts'
import { readCsv, readText } from './read-list.ts'
import { readYaml } from './read-yaml.ts'
import { unreadable, type ImportFormat, type ReadSource } from './source.ts'

const formatOfType: Readonly<Record<string, ImportFormat>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
  'application/ld+json': 'howto',
  'text/html': 'html',
  'application/xml': 'bpmn',
  'text/xml': 'bpmn',
  'application/bpmn+xml': 'bpmn',
  'text/plain': 'text',
  'text/markdown': 'text',
  'text/csv': 'csv',
}

export interface Source {
  readonly bytes: Uint8Array
  /** Media type of the body, which says what it is unless `format` does. */
  readonly type: string
  readonly format: ImportFormat | null
  /** What the workflow is called where the file does not say. */
  readonly name: string | null
  /** The language of its texts, where it is of a form that has no place to say so. */
  readonly language?: string | null
  /** Codes of the step types that there are; the system's own where nothing is stated. */
  readonly step_types?: readonly string[]
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Uint8Array): string {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    throw unreadable('The file is not UTF-8 text. Save it as UTF-8 and send it again.', 'no_text')
  }
  if (text.trim() === '') throw unreadable('The file is empty.', 'empty_file')
  if (text.includes('\0')) throw unreadable('The file holds NUL characters, so it is no text.', 'no_text')
  return text
}

async function readAs(format: ImportFormat, source: Source): Promise<ReadSource> {
  const { bytes } = source
  const json = (part: Uint8Array): unknown => {
    const value = readJson(part)
    const message = 'A JSON body is missing.'
    if (value === undefined)
      throw new AppError('request.invalid', message, { reason: 'empty_file', errors: [{ path: '', message }] })
    return value
  }
  switch (format) {
    case 'json':
      return { value: json(bytes), warnings: [] }
    case 'howto':
      return readHowTo(json(bytes))
    case 'yaml':
      return readYaml(textOf(bytes))
    case 'html':
      return readHtml(textOf(bytes), text => json(new TextEncoder().encode(text)))
    case 'bpmn':
      return readBpmn(textOf(bytes))
    case 'text':
      return readText(textOf(bytes), source)
    case 'csv':
      return readCsv(textOf(bytes), source)
  }
}

/** Reads a file in any of the forms that are taken. Throws `AppError` where it is not what it says. */
export async function readSource(source: Source): Promise<ReadSource> {
  const format = source.format ?? formatOfType[source.type] ?? 'json'
  const read = await readAs(format, source)
  // What was not read as JSON is held to the same rules as JSON.
  if (format !== 'json') refuseBadValues(read.value)
  return read
}
