import { difficultyLevels, resourceTypes } from '@hidesync/domain/workflows/definition'
import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Description, Id, json, JsonObjectSchema, Locale, Name, Nullable, oneOf } from '../http/schemas.ts'
import { WorkflowSummary } from '../workflows/workflow.schemas.ts'

const PresetFinding = Type.Object({ path: Type.String(), message: Type.String(), code: Type.String() })

export const LibraryPreset = Type.Object({
  file: Type.String({ description: 'Name within the library, such as `basic_leather_project.json`.' }),
  name: Type.String(),
  description: Type.Union([Type.String(), Type.Null()]),
  difficulty: Type.Union([Type.String(), Type.Null()]),
  estimated_time: Type.Union([Type.Number(), Type.Null()]),
  tags: Type.Array(Type.String()),
  category: Type.Union([Type.String(), Type.Null()]),
  step_count: Type.Integer(),
})

/** The forms in which a workflow can be taken along; JSON unless another one is asked for. */
export const exportFormatNames = ['json', 'yaml', 'markdown', 'html', 'mermaid', 'bpmn', 'howto'] as const

/** The forms in which a workflow comes in; the media type says which, unless `format` does. */
export const importFormatNames = ['json', 'yaml', 'howto', 'html', 'bpmn', 'text', 'csv'] as const

const consumes = [
  'application/json',
  'application/ld+json',
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/html',
  'application/xml',
  'text/xml',
  'application/bpmn+xml',
  'text/plain',
  'text/markdown',
  'text/csv',
] as const

const reading = {
  format: Type.Optional(oneOf(importFormatNames)),
  name: Type.Optional(Name),
  /** Of the texts of a list or a table, which have no place to say it. */
  language: Type.Optional(Locale),
  match_resources: Type.Optional(Type.Boolean()),
}

/** What the caller's workshop has of something that the steps need: this very thing, similar ones, or nothing. */
const ResourceMatch = Type.Object({
  resource_type: oneOf(resourceTypes),
  name: Type.String(),
  unit: Type.Union([Type.String(), Type.Null()]),
  match: oneOf(['matched', 'similar', 'new'] as const),
  id: Type.Optional(Id),
  candidates: Type.Array(Type.Object({ id: Id, name: Type.String(), unit: Type.Union([Type.String(), Type.Null()]) })),
})

/** What would be imported, to be looked over before. */
const ImportPreview = Type.Object({
  name: Type.String(),
  description: Nullable(Type.String()),
  category: Nullable(Type.String()),
  steps: Type.Array(
    Type.Object({ name: Type.String(), step_type: Type.String(), estimated_duration: Nullable(Type.Number()) }),
  ),
  outcomes: Type.Array(Type.String()),
})

/** The preset itself is checked by the domain, which finds everything at once and says where; the schema only says JSON. */
export const presetRoutes = {
  library: route({
    method: 'GET',
    path: '/workflows/presets',
    summary: 'The presets that come with the installation.',
    access: 'user',
    status: 200,
    response: Type.Array(LibraryPreset),
  }),
  import: route({
    method: 'POST',
    path: '/workflows/import',
    summary: 'Import a preset, or a file of another form, as a workflow, wholly or not at all.',
    access: 'user',
    atStations: false,
    query: Closed({
      ...reading,
      on_conflict: Type.Optional(oneOf(['refuse', 'rename'] as const)),
      dry_run: Type.Optional(Type.Boolean()),
      translations: Type.Optional(Type.Boolean()),
      theme: Type.Optional(Type.Boolean()),
    }),
    body: json,
    consumes,
    status: 201,
    response: Type.Intersect([
      WorkflowSummary,
      Type.Object({
        resources: Type.Array(ResourceMatch),
        warnings: Type.Array(PresetFinding, { description: 'What was left out, taken otherwise, or is to be mended.' }),
      }),
    ]),
  }),
  validate: route({
    method: 'POST',
    path: '/workflows/import/validate',
    summary: 'All findings of a preset at once, and what of it the workshop has; 200 for whatever can be read.',
    access: 'user',
    query: Closed(reading),
    body: json,
    consumes,
    status: 200,
    response: Type.Object({
      valid: Type.Boolean(),
      errors: Type.Array(PresetFinding),
      warnings: Type.Array(PresetFinding),
      resources: Type.Array(ResourceMatch),
      preview: Type.Union([ImportPreview, Type.Null()], { description: 'Null: it is not valid.' }),
    }),
  }),
  fromWorkflow: route({
    method: 'POST',
    path: '/workflows/:id/preset',
    summary: 'The workflow as a preset under a name of its own, to be passed on.',
    access: 'user',
    params: Closed({ id: Id }),
    body: Type.Optional(
      Nullable(
        Closed({
          preset_name: Type.Optional(Name),
          preset_description: Type.Optional(Nullable(Description)),
          difficulty: Type.Optional(Nullable(oneOf(difficultyLevels))),
        }),
      ),
    ),
    status: 200,
    response: JsonObjectSchema,
  }),
  export: route({
    method: 'GET',
    path: '/workflows/:id/export',
    summary: 'The workflow as a preset, or in a form that people or other tools read.',
    access: 'user',
    params: Closed({ id: Id }),
    query: Closed({
      format: Type.Optional(oneOf(exportFormatNames)),
      translations: Type.Optional(Type.Boolean()),
      theme: Type.Optional(Type.Boolean()),
    }),
    status: 200,
    response: JsonObjectSchema,
    produces: [
      'application/yaml',
      'text/markdown',
      'text/html',
      'text/vnd.mermaid',
      'application/bpmn+xml',
      'application/ld+json',
    ],
  }),
}
