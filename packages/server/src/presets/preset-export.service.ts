import type { exportFormatNames } from '@hidesync/contract/presets/preset.routes'
import type { Preset } from '@hidesync/domain/presets/preset'
import { withWords } from '@hidesync/domain/presets/preset-words'
import { namedByNoStep } from '@hidesync/domain/presets/required-resources'
import { chosenLocales } from '@hidesync/domain/translations/locale'
import { localiseDefinition, localiseWords } from '@hidesync/domain/translations/localise'
import type { DifficultyLevel } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { attachment, Document } from '../http/document.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { notFound, requirePermission } from '../workflows/workflow-refusals.ts'
import { readTexts } from '../workflows/workflow.reader.ts'
import { exportFormats } from './formats/export-formats.ts'
import { askerOf, type PresetWorker } from './worker/preset-worker-client.ts'
import { workflowPreset, type Exportable } from './workflow-preset.ts'

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

/** Workflows on their way out: as presets, and in the forms that people or other tools read. */
export class PresetExportService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async export(id: number, options: ExportOptions, context: RequestContext): Promise<JsonText | Document> {
    const { format = 'json' } = options
    const exportable = await this.#read(id, context)
    const { name } = exportable.workflow
    context.setETag(versionTag(exportable.workflow.version))
    if (format === 'json') {
      context.setHeader('content-disposition', attachment(`${name}.json`))
      return new JsonText(JSON.stringify(await this.#presetOf(exportable, options)))
    }
    const { type, extension, localised } = exportFormats[format]
    const read = localised ? await this.#localised(exportable, context) : exportable
    const preset = await this.#presetOf(read, localised ? { translations: false, theme: false } : options)
    context.setHeader('content-language', read.workflow.default_locale)
    const { worker } = this.#deps
    const job = { kind: 'write', format, preset, locale: read.workflow.default_locale } as const
    const text = await worker.run<'write'>(job, askerOf(context))
    return new Document(type, text, `${name}.${extension}`)
  }

  /** The workflow as a preset under another name, to be passed on. */
  async presetFrom(id: number, request: PresetRequest, context: RequestContext): Promise<JsonText> {
    const preset = await this.#presetOf(await this.#read(id, context), {})
    const { preset_name, preset_description: description, difficulty } = request
    return new JsonText(JSON.stringify(withWords(preset, { name: preset_name?.trim(), description, difficulty })))
  }

  async #read(id: number, { caller }: RequestContext): Promise<Exportable> {
    const { db, revisions } = this.#deps
    const workflow = await readTexts(db, caller, id)
    if (workflow === null) throw notFound(id)
    requirePermission(workflow, 'edit', 'export')
    return { workflow, definition: (await revisions.get(workflow.content_hash)).definition }
  }

  /** In the language of the one who asks, as far as there are texts in it; that is the default language of what comes of it. */
  async #localised({ workflow, definition }: Exportable, { locale }: RequestContext): Promise<Exportable> {
    const chain = chosenLocales([locale], workflow)
    const [language] = chain
    if (language === undefined) return { workflow, definition }
    const found = await readTranslations(this.#deps.db, workflow.id, chain)
    const layers = chain.flatMap(one => found.get(one) ?? [])
    const { required_resources: listed } = workflow.metadata
    // Once the steps name things in another language, nobody could tell that the list means the same ones.
    const required_resources = listed && namedByNoStep(definition.steps, listed)
    const metadata = { ...workflow.metadata, ...(required_resources && { required_resources }) }
    return {
      workflow: { ...localiseWords(workflow, layers), default_locale: language, metadata },
      definition: localiseDefinition(definition, layers),
    }
  }

  #presetOf(exportable: Exportable, options: ExportOptions): Promise<Preset> {
    const { db, now } = this.#deps
    return workflowPreset(db, exportable, { ...options, exportedAt: now().toISOString() })
  }
}
