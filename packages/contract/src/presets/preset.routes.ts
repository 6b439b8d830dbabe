import { difficultyLevels } from '@hidesync/domain/workflows/definition'
import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Description, Id, json, JsonObjectSchema, Name, Nullable, oneOf } from '../http/schemas.ts'
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
    summary: 'Import a preset as a workflow, wholly or not at all.',
    access: 'user',
    query: Closed({
      on_conflict: Type.Optional(oneOf(['refuse', 'rename'] as const)),
      dry_run: Type.Optional(Type.Boolean()),
    }),
    body: json,
    status: 201,
    response: WorkflowSummary,
  }),
  validate: route({
    method: 'POST',
    path: '/workflows/import/validate',
    summary: 'All findings of a preset at once; always 200.',
    access: 'user',
    body: json,
    status: 200,
    response: Type.Object({
      valid: Type.Boolean(),
      errors: Type.Array(PresetFinding),
      warnings: Type.Array(PresetFinding),
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
