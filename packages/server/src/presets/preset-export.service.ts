import type { exportFormatNames } from '@hidesync/contract/presets/preset.routes'
import { chosenLocales } from '@hidesync/domain/translations/locale'
import type { DifficultyLevel } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { attachment, Document } from '../http/document.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevision, CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { notFound, requirePermission } from '../workflows/workflow-refusals.ts'
import { readTexts, type WorkflowTexts } from '../workflows/workflow.reader.ts'
import { readExportable, type PresetOptions } from './exportable.reader.ts'
import { exportFormats } from './formats/export-formats.ts'
import { askerOf, type PresetWorker } from './worker/preset-worker-client.ts'
import { writePreset, type WritePreset } from './write-preset.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  readonly worker: PresetWorker
  readonly now: () => Date
}

export interface ExportOptions {
  readonly format?: (typeof exportFormatNames)[number] | undefined
  readonly translations?: boolean | undefined
  readonly theme?: boolean | undefined
}

/** What a preset made from a workflow is called, and for whom it is; what is left out stays as it is in the workflow. */
interface PresetRequest {
  readonly preset_name?: string | undefined
  readonly preset_description?: string | null | undefined
  readonly difficulty?: DifficultyLevel | null | undefined
}

interface WriteOptions extends Omit<WritePreset, 'exportable'> {
  readonly options: Omit<PresetOptions, 'exportedAt'>
  readonly context: RequestContext
}

/** Characters of a graph whose JSON is written sooner here than a thread would take it. */
const small = 64 * 1024

/** Workflows on their way out: as presets, and in the forms that people or other tools read. */
export class PresetExportService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async export(id: number, options: ExportOptions, context: RequestContext): Promise<JsonText | Document> {
    const { format = 'json' } = options
    const { workflow, revision } = await this.#read(id, context)
    context.setETag(versionTag(workflow.version))
    if (format === 'json') {
      context.setHeader('content-disposition', attachment(`${workflow.name}.json`))
      return new JsonText(await this.#write({ workflow, revision }, { options, format, context }))
    }
    const { type, extension, localised } = exportFormats[format]
    const languages = localised ? chosenLocales([context.locale], workflow) : []
    context.setHeader('content-language', languages[0] ?? workflow.default_locale)
    const chosen = localised ? { translations: false, theme: false, languages } : options
    const text = await this.#write({ workflow, revision }, { options: chosen, format, context })
    return new Document(type, text, `${workflow.name}.${extension}`)
  }

  /** The workflow as a preset under another name, to be passed on. */
  async presetFrom(id: number, request: PresetRequest, context: RequestContext): Promise<JsonText> {
    const { preset_name, preset_description: description, difficulty } = request
    const words = { name: preset_name?.trim(), description, difficulty }
    return new JsonText(
      await this.#write(await this.#read(id, context), { options: {}, format: 'json', words, context }),
    )
  }

  async #read(id: number, { caller }: RequestContext) {
    const { db, revisions } = this.#deps
    const workflow = await readTexts(db, caller, id)
    if (workflow === null) throw notFound(id)
    requirePermission(workflow, 'edit', 'export')
    return { workflow, revision: await revisions.get(workflow.content_hash) }
  }

  async #write(
    read: { readonly workflow: WorkflowTexts; readonly revision: CompiledRevision },
    { options, context, ...how }: WriteOptions,
  ): Promise<string> {
    const { db, now, worker } = this.#deps
    const exportable = await readExportable(db, read, { ...options, exportedAt: now().toISOString() })
    if (how.format === 'json' && exportable.graph.length <= small) return writePreset({ exportable, ...how })
    return worker.run<'write'>({ kind: 'write', exportable, ...how }, askerOf(context))
  }
}
