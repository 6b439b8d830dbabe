import type { RouteInput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'

export type ExportFormat = NonNullable<NonNullable<RouteInput<Routes['presets']['export']>['query']>['format']>

/** The ending and media type of each form. */
export const exportFiles = {
  json: { ending: 'json', type: 'application/json' },
  yaml: { ending: 'yaml', type: 'application/yaml' },
  markdown: { ending: 'md', type: 'text/markdown' },
  html: { ending: 'html', type: 'text/html' },
  mermaid: { ending: 'mmd', type: 'text/plain' },
  bpmn: { ending: 'bpmn', type: 'application/xml' },
  howto: { ending: 'howto.json', type: 'application/ld+json' },
} as const satisfies Record<ExportFormat, { readonly ending: string; readonly type: string }>

export const exportFormats = Object.keys(exportFiles) as readonly ExportFormat[]

/** Forms that hold everything and can be imported again. */
export const isWhole = (format: ExportFormat): boolean => format === 'json' || format === 'yaml'
