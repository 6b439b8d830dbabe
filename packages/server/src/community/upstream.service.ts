import type { ConflictResolution, Upstream } from '@hidesync/contract/community/proposal.schemas'
import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import {
  mergeTranslations,
  renameTexts,
  type Languages,
  type TranslationSides,
} from '@hidesync/domain/translations/merge-translations'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { extended, inverted, through } from '@hidesync/domain/workflows/part-map'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import { changeTexts } from '../translations/translation.repository.ts'
import { saveDefinition, storeContent } from '../workflows/definition.repository.ts'
import { withOwnResources } from '../workflows/own-resources.ts'
import { loadAccess, type WorkflowAccessRow } from '../workflows/workflow-access.ts'
import { contentOf } from '../workflows/workflow-content.ts'
import { moveOrigin, readOrigin, type CopyOrigin } from '../workflows/workflow-copy.repository.ts'
import { announce } from '../workflows/workflow-events.ts'
import { lockedFor } from '../workflows/workflow-lock.ts'
import { notFound } from '../workflows/workflow-refusals.ts'
import { newestRevision, type RevisionRow } from '../workflows/workflow-revision.repository.ts'
import { readSummary } from '../workflows/workflow.reader.ts'
import { updateWorkflow } from '../workflows/workflow.repository.ts'
import { mergeInto, mergeWithTexts, shownTexts } from './merging.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

/** A copy beside its original, all in the ids of the copy. */
interface Sides {
  readonly origin: CopyOrigin
  readonly original: WorkflowAccessRow
  readonly revision: RevisionRow
  /** The newest state of the original in its own ids, as the caller can use it. */
  readonly newest: WorkflowDefinition
  readonly base: WorkflowDefinition
  readonly ours: WorkflowDefinition
  readonly theirs: WorkflowDefinition
  readonly translations: TranslationSides
  /** The original's translations in its own ids. */
  readonly newestTexts: Languages
}

/** Taking later changes of an original over into one's copy. */
export class UpstreamService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async get(id: number, context: RequestContext): Promise<Upstream> {
    const { db } = this.#deps
    const copy = await loadAccess(db, context.caller, id)
    if (copy === null) throw notFound(id)
    const { origin, original, revision, base, ours, theirs, translations } = await this.#sides(db, copy, context)
    const { conflicts } = mergeWithTexts({ base, ours, theirs, translations })
    const changes = compareDefinitions(base, theirs)
    const { base: before, theirs: after } = translations
    const texts = mergeTranslations(theirs, { base: before, ours: before, theirs: after }).changes
    return {
      workflow_id: original.id,
      name: original.name,
      base_revision: origin.base_revision,
      revision: revision.revision,
      up_to_date: changes.equal && texts.length === 0,
      changes,
      translations: shownTexts(texts),
      conflicts,
      mergeable: conflicts.length === 0,
    } as unknown as Upstream
  }

  async merge(id: number, given: readonly ConflictResolution[], context: RequestContext): Promise<JsonText> {
    const { caller } = context
    const shown = await context.once(async tx => {
      const intent = { action: 'edit', doing: 'take changes over into' } as const
      const copy = await lockedFor(tx, { ...this.#deps, context }, id, intent)
      const { origin, revision, newest, newestTexts, ...states } = await this.#sides(tx, copy, context)
      const { ours } = states
      const { definition, texts, added } = await mergeInto(tx, copy.name, states, given)
      const content = contentOf(newest)
      await storeContent(tx, content)
      await moveOrigin(tx, {
        ...origin,
        base_revision: revision.revision,
        base_content_hash: content.content_hash,
        parts: extended(added, origin.parts),
        base_translations: newestTexts,
      })
      const isOther = contentOf(definition).content_hash !== copy.content_hash
      if (isOther) await saveDefinition(tx, { workflow_id: id, before: ours, after: definition })
      if (texts.length > 0) {
        await changeTexts(tx, id, texts)
        await updateWorkflow(tx, id, {})
      }
      if (isOther || texts.length > 0) {
        await announce(tx, 'workflow.updated', { id, name: copy.name, user_id: caller.user_id })
      }
      const summary = await readSummary(tx, caller, id)
      if (summary === null) throw notFound(id)
      return summary
    })
    context.setETag(versionTag(shown.version))
    return new JsonText(shown.summary)
  }

  async #sides(db: Database, copy: WorkflowAccessRow, { caller }: RequestContext): Promise<Sides> {
    const { revisions } = this.#deps
    const origin = await readOrigin(db, copy.id)
    const original = origin === null ? null : await loadAccess(db, caller, origin.original_id)
    const revision = original === null ? null : await newestRevision(db, original)
    if (origin === null || original === null || revision === null)
      throw new AppError('upstream.not_found', `“${copy.name}” was copied from no workflow that you may still see.`)
    const read = async (hash: string) => (await revisions.get(hash, db)).definition
    const newest = await withOwnResources(db, caller, await read(revision.content_hash))
    const toCopy = through(inverted(origin.parts))
    const newestTexts = await readTranslations(db, original.id)
    return {
      origin,
      original,
      revision,
      newest,
      base: renameDefinition(await read(origin.base_content_hash), toCopy),
      ours: await read(copy.content_hash),
      theirs: renameDefinition(newest, toCopy),
      newestTexts,
      translations: {
        base: renameTexts(origin.base_translations, toCopy),
        ours: await readTranslations(db, copy.id),
        theirs: renameTexts(newestTexts, toCopy),
      },
    }
  }
}
