import type { Caller } from '@hidesync/domain/identity/permissions'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import { partMap } from '@hidesync/domain/workflows/part-map'
import type { Transaction } from '../database/database.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import { copyTranslations } from '../translations/translation.repository.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { withOwnResources } from './own-resources.ts'
import { contentOf } from './workflow-content.ts'
import { recordCopy } from './workflow-copy.repository.ts'
import { announce } from './workflow-events.ts'
import { withNewIds } from './workflow-ids.ts'
import { nameTaken, notFound, requirePermission } from './workflow-refusals.ts'
import { readNamesLike, readSummary, readTexts } from './workflow.reader.ts'
import { ensureRevision } from './workflow-revision.repository.ts'
import { storeContent } from './definition.repository.ts'
import { insertWorkflow, lockNames, NameTakenError } from './workflow.repository.ts'

interface CopyRequest {
  readonly new_name?: string | undefined
  readonly as_template?: boolean | undefined
  /** With whose eyes the original is seen; the caller's unless stated. */
  readonly seenBy?: Caller
}

/** Copies of workflows: private drafts of whoever makes them. */
export class WorkflowCopyService {
  readonly #deps: { readonly revisions: CompiledRevisions }

  constructor(deps: { readonly revisions: CompiledRevisions }) {
    this.#deps = deps
  }

  async duplicate(id: number, request: CopyRequest, context: RequestContext): Promise<JsonText> {
    const shown = await context.once(async tx => {
      const copyId = await this.#duplicate(tx, id, request, context)
      const copy = await readSummary(tx, context.caller, copyId)
      if (copy === null) throw notFound(copyId)
      return copy
    })
    context.setETag(versionTag(shown.version))
    return new JsonText(shown.summary)
  }

  async #duplicate(tx: Transaction, id: number, request: CopyRequest, context: RequestContext): Promise<number> {
    const { user_id } = context.caller
    const original = await readTexts(tx, request.seenBy ?? context.caller, id)
    if (original === null) throw notFound(id)
    requirePermission(original, 'duplicate', 'duplicate')
    await lockNames(tx, user_id)
    const { revision } = await ensureRevision(tx, original, user_id)
    const stored = await this.#deps.revisions.get(original.content_hash, tx)
    const base = await withOwnResources(tx, context.caller, stored.definition)
    const name =
      request.new_name?.trim() ?? numberedName(original.name, await readNamesLike(tx, user_id, original.name))
    const { description, difficulty_level, estimated_duration, time_limit, tags, category, default_locale } = original
    const copy = {
      name,
      description,
      difficulty_level,
      estimated_duration,
      time_limit,
      tags,
      category,
      default_locale,
      is_template: request.as_template ?? false,
      visibility: 'private' as const,
      status: 'draft' as const,
      // A project belongs to a workshop, and a copy to a person.
      project_id: null,
      theme_id: original.theme_id,
      has_multiple_outcomes: original.has_multiple_outcomes,
      created_by: user_id,
      copied_from_workflow_id: id,
      metadata: JSON.stringify(original.metadata),
    }
    try {
      const definition = await withNewIds(tx, base)
      const copyId = await insertWorkflow(tx, copy, definition)
      const content = contentOf(base)
      await storeContent(tx, content)
      const origin = {
        workflow_id: copyId,
        original_id: id,
        base_revision: revision,
        base_content_hash: content.content_hash,
        parts: partMap(definition, base),
        base_translations: await readTranslations(tx, id),
      }
      await recordCopy(tx, origin, original)
      await copyTranslations(tx, { ...original, definition: base }, { id: copyId, name, description, definition })
      await announce(tx, 'workflow.created', { id: copyId, name, user_id, visibility: 'private' })
      return copyId
    } catch (error) {
      throw error instanceof NameTakenError ? nameTaken(name) : error
    }
  }
}
