import { checkPreset, type CheckedPreset } from '@hidesync/domain/presets/check-preset'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { announce } from '../workflows/workflow-events.ts'
import { nameTaken, notFound } from '../workflows/workflow-refusals.ts'
import { readNamesLike, readSummary, type ShownWorkflow } from '../workflows/workflow.reader.ts'
import { lockNames, NameTakenError } from '../workflows/workflow.repository.ts'
import type { LibraryEntry, PresetLibrary } from './preset-library.ts'
import { insertPreset } from './preset.repository.ts'

interface Deps {
  readonly library: PresetLibrary
  readonly importPolicy: 'superuser' | 'users'
}

export interface ImportOptions {
  readonly on_conflict?: 'refuse' | 'rename' | undefined
  readonly dry_run?: boolean | undefined
}

type Importable = Extract<CheckedPreset, { readonly ok: true }>

/** Ends the transaction of a trial run without leaving anything, carrying what the answer would have been. */
class TrialRun extends Error {
  readonly shown: ShownWorkflow
  constructor(shown: ShownWorkflow) {
    super('Nothing is kept of a trial run.')
    this.shown = shown
  }
}

function requireSound(checked: CheckedPreset): asserts checked is Importable {
  if (checked.ok) return
  const { errors } = checked
  const [first] = errors
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('preset.invalid', `The preset can not be imported: ${first?.message ?? ''}${rest}`, { errors })
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

  validate(value: unknown): JsonText {
    const { ok, errors, warnings } = checkPreset(value)
    return new JsonText(JSON.stringify({ valid: ok, errors, warnings }))
  }

  async import(value: unknown, options: ImportOptions, context: RequestContext): Promise<JsonText> {
    if (this.#deps.importPolicy === 'superuser' && !context.caller.is_superuser)
      throw new AppError(
        'access.forbidden',
        'Only a superuser may import presets here. Ask one, or have WORKFLOW_IMPORT_POLICY set to users.',
      )
    const checked = checkPreset(value)
    requireSound(checked)
    const shown = await this.#run(checked, options, context)
    context.setETag(versionTag(shown.version))
    return new JsonText(shown.summary)
  }

  async #run(checked: Importable, options: ImportOptions, context: RequestContext): Promise<ShownWorkflow> {
    try {
      return await context.once(async tx => {
        const id = await this.#insert(tx, checked, options, context)
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
    checked: Importable,
    { on_conflict }: ImportOptions,
    { caller: { user_id } }: RequestContext,
  ): Promise<number> {
    const wanted = checked.preset.preset_info.name.trim()
    let name = wanted
    if (on_conflict === 'rename') {
      await lockNames(tx, user_id)
      const taken = await readNamesLike(tx, user_id, wanted)
      if (taken.some(other => other.toLowerCase() === wanted.toLowerCase())) name = numberedName(wanted, taken)
    }
    const draft = { status: 'draft', visibility: 'private', is_template: false } as const
    try {
      const id = await insertPreset(tx, checked, { name, owner_id: user_id, ...draft })
      await announce(tx, 'workflow.created', { id, name, user_id, visibility: draft.visibility })
      return id
    } catch (error) {
      throw error instanceof NameTakenError ? nameTaken(name, ', or import with on_conflict=rename') : error
    }
  }
}
