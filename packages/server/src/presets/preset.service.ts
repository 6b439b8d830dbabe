import { RawBody } from '@hidesync/contract/http/raw-body'
import type { importFormatNames } from '@hidesync/contract/presets/preset.routes'
import type { Need, ResourceMatch } from '@hidesync/domain/inventory/match-resources'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import type { Database, Transaction } from '../database/database.ts'
import { readStepTypeCodes } from '../enums/enum.reader.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { announce } from '../workflows/workflow-events.ts'
import { reserveIds } from '../workflows/workflow-ids.ts'
import { nameTaken, notFound } from '../workflows/workflow-refusals.ts'
import { readNamesLike, readSummary, type ShownWorkflow } from '../workflows/workflow.reader.ts'
import { lockNames, NameTakenError } from '../workflows/workflow.repository.ts'
import type { PreparedImport, PresetFacts } from './prepare-import.ts'
import type { LibraryEntry, PresetLibrary } from './preset-library.ts'
import { insertPreset } from './preset.repository.ts'
import type { Source } from './reading/read-source.ts'
import { readStock } from './stock.reader.ts'
import type { ReadReport } from './worker/messages.ts'
import { askerOf, type PresetWorker } from './worker/preset-worker-client.ts'

interface Deps {
  readonly db: Database
  readonly library: PresetLibrary
  readonly worker: PresetWorker
  readonly importPolicy: 'superuser' | 'users'
}

export interface ReadOptions {
  /** What the file is, whatever its media type says. */
  readonly format?: (typeof importFormatNames)[number] | undefined
  /** What the workflow is called, whatever the file says. */
  readonly name?: string | undefined
  /** The language of its texts, where the form of the file has no place to say so. */
  readonly language?: string | undefined
  readonly match_resources?: boolean | undefined
}

export interface ImportOptions extends ReadOptions {
  readonly on_conflict?: 'refuse' | 'rename' | undefined
  readonly dry_run?: boolean | undefined
  readonly translations?: boolean | undefined
  readonly theme?: boolean | undefined
}

/** Ends the transaction of a trial run without leaving anything, carrying what the answer would have been. */
class TrialRun extends Error {
  readonly shown: ShownWorkflow
  constructor(shown: ShownWorkflow) {
    super('Nothing is kept of a trial run.')
    this.shown = shown
  }
}

function requireFound({ found, errors }: ReadReport): NonNullable<ReadReport['found']> {
  if (found !== null) return found
  const [first] = errors
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('preset.invalid', `The preset can not be imported: ${first?.message ?? ''}${rest}`, { errors })
}

/** What would be imported, in short. */
const previewOf = ({ facts, outline }: NonNullable<ReadReport['found']>) => {
  const { name, description, category } = facts.preset_info
  return { name, description, category, ...outline }
}

/** The body as it came: reading it is the worker's business. */
function sourceOf(body: unknown, { format, name, language }: ReadOptions): Source {
  if (!(body instanceof RawBody)) throw new TypeError('The route has to take its body as it came.')
  return {
    bytes: body.bytes,
    type: body.type,
    format: format ?? null,
    name: name?.trim() || null,
    language: language ?? null,
  }
}

/** Presets on their way in: checking, importing, and those that come with the installation. */
export class PresetService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  library(): Promise<LibraryEntry[]> {
    return this.#deps.library.list()
  }

  async validate(body: unknown, options: ReadOptions, context: RequestContext): Promise<JsonText> {
    const source = await this.#source(body, options)
    const { found, errors, warnings, needs } = await this.#deps.worker.run<'read'>(
      { kind: 'read', source },
      askerOf(context),
    )
    const resources = await this.#match(needs, options, context)
    const preview = found && previewOf(found)
    return new JsonText(JSON.stringify({ valid: found !== null, errors, warnings, resources, preview }))
  }

  async import(body: unknown, options: ImportOptions, context: RequestContext): Promise<JsonText> {
    if (this.#deps.importPolicy === 'superuser' && !context.caller.is_superuser)
      throw new AppError(
        'access.forbidden',
        'Only a superuser may import presets here. Ask one, or have WORKFLOW_IMPORT_POLICY set to users.',
        { reason: 'superusers_only' },
      )
    const { db, worker } = this.#deps
    const source = await this.#source(body, options)
    const report = await worker.run<'read'>({ kind: 'read', source }, askerOf(context))
    const { facts, counts } = requireFound(report)
    const resources = await this.#match(report.needs, options, context)
    const links = resources.flatMap(({ id, ...need }) => (id === undefined ? [] : [{ ...need, id }]))
    const ids = await reserveIds(db, counts)
    const prepared = await worker.run<'prepare'>({ kind: 'prepare', source, ids, links }, askerOf(context))
    const shown = await this.#run({ facts, prepared }, options, context)
    context.setETag(versionTag(shown.version))
    const told = JSON.stringify({ resources, warnings: report.warnings })
    return new JsonText(`${shown.summary.slice(0, -1)},${told.slice(1)}`)
  }

  async #source(body: unknown, options: ReadOptions): Promise<Source> {
    return { ...sourceOf(body, options), step_types: await readStepTypeCodes(this.#deps.db) }
  }

  /** What the caller's workshop has of what is needed; somebody without a workshop has nothing. */
  async #match(
    needs: readonly Need[],
    { match_resources }: ReadOptions,
    context: RequestContext,
  ): Promise<readonly ResourceMatch[]> {
    if (match_resources === false || needs.length === 0) return []
    const workshop = context.workshop_or_null
    const stock = workshop === null ? [] : await readStock(this.#deps.db, workshop)
    return this.#deps.worker.run<'match'>({ kind: 'match', needs, stock }, askerOf(context))
  }

  async #run(
    ready: { readonly facts: PresetFacts; readonly prepared: PreparedImport },
    options: ImportOptions,
    context: RequestContext,
  ): Promise<ShownWorkflow> {
    try {
      return await context.once(async tx => {
        const id = await this.#insert(tx, ready, options, context)
        const shown = await readSummary(tx, context.caller, id)
        if (shown === null) throw notFound(id)
        if (options.dry_run === true) throw new TrialRun(shown)
        return shown
      })
    } catch (error) {
      if (error instanceof TrialRun) return error.shown
      throw error
    }
  }

  async #insert(
    tx: Transaction,
    { facts, prepared }: { readonly facts: PresetFacts; readonly prepared: PreparedImport },
    { name: called, on_conflict, translations, theme }: ImportOptions,
    { caller: { user_id } }: RequestContext,
  ): Promise<number> {
    const wanted = called?.trim() || facts.preset_info.name.trim()
    let name = wanted
    if (on_conflict === 'rename') {
      await lockNames(tx, user_id)
      const taken = await readNamesLike(tx, user_id, wanted)
      if (taken.some(other => other.toLowerCase() === wanted.toLowerCase())) name = numberedName(wanted, taken)
    }
    const draft = { status: 'draft', visibility: 'private', is_template: false } as const
    try {
      const texts = translations === false ? { ...prepared, translations: {} } : prepared
      const as = { name, owner_id: user_id, ...draft, with_theme: theme !== false }
      const id = await insertPreset(tx, facts, texts, as)
      await announce(tx, 'workflow.created', { id, name, user_id, visibility: draft.visibility })
      return id
    } catch (error) {
      throw error instanceof NameTakenError ? nameTaken(name, ', or import with on_conflict=rename') : error
    }
  }
}
