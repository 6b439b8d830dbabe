import type { Preset } from '@hidesync/domain/presets/preset'
import { stringify } from 'yaml'
import { sheetOf } from './sheet.ts'
import { writeBpmn } from './write-bpmn.ts'
import { howToOf, writeHowTo } from './write-howto.ts'
import { writeHtml } from './write-html.ts'
import { writeMarkdown } from './write-markdown.ts'
import { writeMermaid } from './write-mermaid.ts'

export interface ExportFormat {
  /** Media type of the answer. */
  readonly type: string
  readonly extension: string
  /** For people to read, so in their language; else the texts stay as their author wrote them. */
  readonly localised: boolean
  readonly write: (preset: Preset, locale: string) => string | Promise<string>
}

/** A preset as YAML; reading it gives the same value. */
export const writeYaml = (preset: Preset): string => stringify(preset, { lineWidth: 110, aliasDuplicateObjects: false })

/** Every form but JSON in which a workflow can be taken along. */
export const exportFormats = {
  yaml: { type: 'application/yaml; charset=utf-8', extension: 'yaml', localised: false, write: writeYaml },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    extension: 'md',
    localised: true,
    write: (preset, locale) => writeMarkdown(sheetOf(preset, locale)),
  },
  html: {
    type: 'text/html; charset=utf-8',
    extension: 'html',
    localised: true,
    write: (preset, locale) => writeHtml(sheetOf(preset, locale), howToOf(preset, locale)),
  },
  mermaid: { type: 'text/vnd.mermaid; charset=utf-8', extension: 'mmd', localised: true, write: writeMermaid },
  bpmn: { type: 'application/bpmn+xml; charset=utf-8', extension: 'bpmn', localised: false, write: writeBpmn },
  howto: { type: 'application/ld+json; charset=utf-8', extension: 'jsonld', localised: true, write: writeHowTo },
} as const satisfies Record<string, ExportFormat>
