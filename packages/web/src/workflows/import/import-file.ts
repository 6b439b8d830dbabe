import { RawBody } from '@hidesync/contract/http/raw-body'
import type { RouteInput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'

export type ImportFormat = NonNullable<NonNullable<RouteInput<Routes['presets']['import']>['query']>['format']>

/** The forms in which a workflow comes in: the media type of each, and how files of it end. */
const forms = {
  json: { type: 'application/json', endings: ['json'] },
  yaml: { type: 'application/yaml', endings: ['yaml', 'yml'] },
  howto: { type: 'application/ld+json', endings: ['jsonld', 'howto.json'] },
  html: { type: 'text/html', endings: ['html', 'htm'] },
  bpmn: { type: 'application/bpmn+xml', endings: ['bpmn', 'xml'] },
  text: { type: 'text/plain', endings: ['txt', 'md'] },
  csv: { type: 'text/csv', endings: ['csv', 'tsv'] },
} as const satisfies Record<ImportFormat, { readonly type: string; readonly endings: readonly string[] }>

export const importFormats = Object.keys(forms) as readonly ImportFormat[]

/** For a file chooser: all endings of all forms. */
export const acceptedEndings = importFormats.flatMap(format => forms[format].endings.map(ending => `.${ending}`)).join()

/** A file, or a text that was pasted, to be imported. */
export interface ImportSource {
  readonly format: ImportFormat
  readonly bytes: Uint8Array
  /** Of the file; null: it was pasted. */
  readonly file: string | null
}

/** What the ending of a file's name says, the longest that fits; JSON where it says nothing. */
export function formatOf(file: string): ImportFormat {
  const lower = file.toLowerCase()
  const fits = (format: ImportFormat) =>
    Math.max(0, ...forms[format].endings.map(ending => (lower.endsWith(`.${ending}`) ? ending.length : 0)))
  const best = importFormats.toSorted((one, other) => fits(other) - fits(one))[0]
  return best !== undefined && fits(best) > 0 ? best : 'json'
}

/** What a pasted text looks like. */
export function guessFormat(text: string): ImportFormat {
  const start = text.trimStart().slice(0, 400)
  if (start.startsWith('{') || start.startsWith('[')) return /"@(type|context)"/.test(text) ? 'howto' : 'json'
  if (/^<(!doctype html|html)/i.test(start)) return 'html'
  if (start.startsWith('<')) return 'bpmn'
  if (/^(preset_info|workflow)\s*:/m.test(text)) return 'yaml'
  const [head = ''] = start.split('\n')
  return /[,;\t]/.test(head) && text.trim().includes('\n') && /\b(name|step|title|duration)\b/i.test(head)
    ? 'csv'
    : 'text'
}

/** Lists and tables have no place to say what they are called, and what language they are in. */
export const isPlainList = ({ format }: ImportSource): boolean => format === 'csv' || format === 'text'

/** They are called as their file is; the others say it themselves. */
export function nameOf(source: ImportSource): string | null {
  const { file } = source
  if (file === null || !isPlainList(source)) return null
  const name = file
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  return name === '' ? null : name.slice(0, 200)
}

export const bodyOf = ({ format, bytes }: ImportSource): RawBody => new RawBody(forms[format].type, bytes)

export const readFile = async (file: File): Promise<ImportSource> => ({
  format: formatOf(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
  file: file.name,
})

export const readPasted = (text: string): ImportSource => ({
  format: guessFormat(text),
  bytes: new TextEncoder().encode(text),
  file: null,
})
