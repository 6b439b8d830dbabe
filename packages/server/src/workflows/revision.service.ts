import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { editDefinition } from './definition-edit.ts'
import { savedAnswer } from './definition.service.ts'
import { readRevision, readRevisions, type ShownRevision } from './revision.reader.ts'
import { loadAccess, type WorkflowAccessRow } from './workflow-access.ts'
import { lockedFor } from './workflow-lock.ts'
import { notFound } from './workflow-refusals.ts'
import { ensureRevision, noteRevision } from './workflow-revision.repository.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

/** The states of a workflow that are kept: listing, comparing, keeping one more, and going back to one. */
export class RevisionService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(
    id: number,
    { limit = 50, offset = 0 }: { readonly limit?: number | undefined; readonly offset?: number | undefined },
    context: RequestContext,
  ): Promise<JsonText> {
    await this.#readable(id, context)
    const { items, total } = await readRevisions(this.#deps.db, id, { limit, offset })
    const rest = `"total":${total},"limit":${limit},"offset":${offset},"has_more":${offset + limit < total}`
    return new JsonText(`{"items":${items},${rest}}`)
  }

  async read(id: number, revision: number, context: RequestContext): Promise<JsonText> {
    await this.#readable(id, context)
    const { shown, content_hash } = await found(this.#deps.db, id, revision)
    const { json } = await this.#deps.revisions.get(content_hash)
    return new JsonText(`${shown.slice(0, -1)},${json.slice(1)}`)
  }

  async compare(
    id: number,
    { from, to }: { readonly from: number; readonly to: string },
    context: RequestContext,
  ): Promise<JsonText> {
    const { db } = this.#deps
    const workflow = await this.#readable(id, context)
    const before = (await found(db, id, from)).content_hash
    const after = to === 'draft' ? workflow.content_hash : (await found(db, id, Number(to))).content_hash
    const [one, other] = [await this.#definition(before), await this.#definition(after)]
    return new JsonText(JSON.stringify(compareDefinitions(one, other)))
  }

  /** Keeps the draft as a revision; one of the same content gets the note. */
  async keep(id: number, note: string | null, context: RequestContext): Promise<JsonText> {
    const deps = { ...this.#deps, context }
    const text = await context.once(async tx => {
      const workflow = await lockedFor(tx, deps, id, { action: 'edit', doing: 'keep revisions of' })
      const { revision } = await ensureRevision(tx, workflow, context.caller.user_id)
      if (note !== null) await noteRevision(tx, { workflow_id: id, revision, note })
      return (await found(tx, id, revision)).shown
    })
    return new JsonText(text)
  }

  /** Makes a revision the draft again. What the draft was becomes a revision first, so that nothing is lost. */
  async restore(id: number, revision: number, context: RequestContext): Promise<JsonText> {
    const deps = { ...this.#deps, context }
    const { version, answer } = await context.once(async tx => {
      const workflow = await lockedFor(tx, deps, id, { action: 'edit', doing: 'change' })
      const { content_hash } = await found(tx, id, revision)
      if (content_hash === workflow.content_hash)
        throw new AppError(
          'revision.unchanged',
          `Revision ${revision} is what the draft says already: there is nothing to restore.`,
        )
      await ensureRevision(tx, workflow, context.caller.user_id)
      const { definition } = await deps.revisions.get(content_hash, tx)
      const edit = await editDefinition(tx, deps, id, async () => definition)
      return { version: edit.version, answer: (await savedAnswer(tx, deps, edit)).text }
    })
    context.setETag(versionTag(version))
    return new JsonText(answer)
  }

  async #readable(id: number, { caller }: RequestContext): Promise<WorkflowAccessRow> {
    const workflow = await loadAccess(this.#deps.db, caller, id)
    if (workflow === null) throw notFound(id)
    return workflow
  }

  async #definition(contentHash: string): Promise<WorkflowDefinition> {
    return (await this.#deps.revisions.get(contentHash)).definition
  }
}

async function found(db: Database | Transaction, id: number, revision: number): Promise<ShownRevision> {
  const known = await readRevision(db, id, revision)
  if (known === null) throw new AppError('revision.not_found', `This workflow has no revision ${revision}.`)
  return known
}
