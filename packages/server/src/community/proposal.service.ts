import type {
  ConflictResolution,
  NewProposal,
  Proposal,
  ProposalDetails,
} from '@hidesync/contract/community/proposal.schemas'
import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import { mergeTranslations, renameTexts } from '@hidesync/domain/translations/merge-translations'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import { extended, inverted, through } from '@hidesync/domain/workflows/part-map'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { pageOf, wrongField } from '../identity/identity-answers.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import { readTranslations } from '../translations/translation.reader.ts'
import { changeTexts } from '../translations/translation.repository.ts'
import { saveDefinition, storeContent } from '../workflows/definition.repository.ts'
import { newReferences, requireUsable } from '../workflows/usable-references.ts'
import { loadAccess, type WorkflowAccessRow } from '../workflows/workflow-access.ts'
import { contentOf } from '../workflows/workflow-content.ts'
import { moveOrigin, readOrigin } from '../workflows/workflow-copy.repository.ts'
import { announce } from '../workflows/workflow-events.ts'
import { lockedAccess, refuseUnseen } from '../workflows/workflow-lock.ts'
import { requirePermission } from '../workflows/workflow-refusals.ts'
import { updateWorkflow } from '../workflows/workflow.repository.ts'
import { requireCommunity, requireReadable } from './community-access.ts'
import { mergeInto, mergeWithTexts, shownTexts, type MergeOfTexts } from './merging.ts'
import {
  closeProposal,
  insertProposal,
  listProposals,
  readProposal,
  readProposedTexts,
  type ProposalRow,
  type ProposalStatus,
} from './proposal.repository.ts'

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

interface Which {
  readonly id: number
  readonly proposal_id: number
}

interface OpenProposal {
  readonly workflow: WorkflowAccessRow
  readonly proposal: ProposalRow
}

const notFound = (id: number) =>
  new AppError('proposal.not_found', `There is no proposal ${id} for this workflow that you may see.`)

const answer = (row: ProposalRow): Proposal => ({
  id: row.id,
  workflow_id: row.workflow_id,
  author_id: row.author_id,
  author_name: row.author_name,
  title: row.title,
  message: row.message,
  status: row.status,
  base_revision: row.base_revision,
  from_workflow_id: row.from_workflow_id,
  reason: row.reason,
  created_at: row.created_at.toISOString(),
  decided_at: row.decided_at?.toISOString() ?? null,
})

function refuseClosed({ status, title }: ProposalRow): void {
  if (status !== 'open') throw new AppError('proposal.closed', `“${title}” is ${status} already.`)
}

/** Changes that people propose to workflows of others, by what they changed in a copy. */
export class ProposalService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, page: { readonly limit?: number; readonly offset?: number }, { caller }: RequestContext) {
    const { limit = 50, offset = 0 } = page
    const { permissions } = await requireReadable(this.#deps.db, caller, id)
    const author_id = permissions.includes('edit') ? null : caller.user_id
    const { items, total } = await listProposals(this.#deps.db, { workflow_id: id, author_id }, { limit, offset })
    return pageOf({ items: items.map(answer), total }, { limit, offset })
  }

  async get({ id, proposal_id }: Which, { caller }: RequestContext): Promise<ProposalDetails> {
    const { db } = this.#deps
    const workflow = await requireReadable(db, caller, id)
    const proposal = await readProposal(db, id, proposal_id)
    const visible = proposal?.author_id === caller.user_id || workflow.permissions.includes('edit')
    if (proposal === null || !visible) throw notFound(proposal_id)
    return this.#details(db, proposal, workflow.content_hash)
  }

  async create(id: number, input: NewProposal, context: RequestContext): Promise<ProposalDetails> {
    const { caller } = context
    return context.once(async tx => {
      const workflow = await requireReadable(tx, caller, id)
      requireCommunity(workflow, 'propose', 'propose changes to')
      const copy = await loadAccess(tx, caller, input.from_workflow_id)
      const origin = copy === null ? null : await readOrigin(tx, copy.id)
      if (copy === null || origin?.original_id !== id)
        throw wrongField(
          '/from_workflow_id',
          `Workflow ${input.from_workflow_id} is no copy of “${workflow.name}” that you may see.`,
        )
      const stored = await this.#deps.revisions.get(copy.content_hash, tx)
      const toOriginal = through(origin.parts)
      const definition = renameDefinition(stored.definition, toOriginal)
      const content = contentOf(definition)
      const base = renameTexts(origin.base_translations, (_, partId) => partId)
      const theirs = renameTexts(await readTranslations(tx, copy.id), toOriginal)
      const { changes: texts } = mergeTranslations(definition, { base, ours: base, theirs })
      if (content.content_hash === origin.base_content_hash && texts.length === 0)
        throw wrongField(
          '/from_workflow_id',
          `In “${copy.name}” nothing was changed yet: there is nothing to propose.`,
          'nothing_to_propose',
        )
      await storeContent(tx, content)
      const proposal_id = await insertProposal(
        tx,
        { base, theirs },
        {
          workflow_id: id,
          author_id: caller.user_id,
          title: input.title.trim(),
          message: input.message ?? null,
          base_revision: origin.base_revision,
          base_content_hash: origin.base_content_hash,
          content_hash: content.content_hash,
          from_workflow_id: copy.id,
        },
      )
      return this.#shown(tx, { id, proposal_id }, workflow.content_hash)
    })
  }

  async accept(
    which: Which,
    resolutions: readonly ConflictResolution[],
    context: RequestContext,
  ): Promise<ProposalDetails> {
    const { user_id } = context.caller
    return context.once(async tx => {
      const { workflow, proposal } = await this.#decidable(tx, which, context, 'take proposals over into')
      const before = await this.#states(tx, proposal, workflow.content_hash)
      const { definition, texts, added } = await mergeInto(tx, workflow.name, before, resolutions)
      await requireUsable(tx, context.caller, newReferences(before.ours, definition))
      await this.#close(tx, proposal, { status: 'accepted', decided_by: user_id, reason: null })
      await saveDefinition(tx, { workflow_id: workflow.id, before: before.ours, after: definition })
      if (texts.length > 0) {
        await changeTexts(tx, workflow.id, texts)
        await updateWorkflow(tx, workflow.id, {})
      }
      // The copy that it came from knows its own parts again when it takes later changes over.
      const origin = proposal.from_workflow_id === null ? null : await readOrigin(tx, proposal.from_workflow_id)
      if (origin !== null) await moveOrigin(tx, { ...origin, parts: extended(inverted(added), origin.parts) })
      await announce(tx, 'workflow.updated', { id: workflow.id, name: workflow.name, user_id })
      return this.#shown(tx, which, contentOf(definition).content_hash)
    })
  }

  async decline(which: Which, reason: string | null, context: RequestContext): Promise<Proposal> {
    const { user_id } = context.caller
    return context.once(async tx => {
      const { proposal } = await this.#decidable(tx, which, context, 'decide about proposals for')
      await this.#close(tx, proposal, { status: 'declined', decided_by: user_id, reason })
      const closed = await readProposal(tx, which.id, which.proposal_id)
      if (closed === null) throw notFound(which.proposal_id)
      return answer(closed)
    })
  }

  async withdraw(which: Which, context: RequestContext): Promise<void> {
    const { user_id } = context.caller
    await context.once(async tx => {
      const { proposal } = await this.#open(tx, which, context)
      if (proposal.author_id !== user_id)
        throw new AppError(
          'access.forbidden',
          `Only ${proposal.author_name} may withdraw “${proposal.title}”. You may decline it.`,
        )
      await this.#close(tx, proposal, { status: 'withdrawn', decided_by: user_id, reason: null })
    })
  }

  /** The same for whoever may decide about it, and has seen what the workflow is now. */
  async #decidable(tx: Transaction, which: Which, context: RequestContext, doing: string): Promise<OpenProposal> {
    const open = await this.#open(tx, which, context)
    requirePermission(open.workflow, 'edit', doing)
    await refuseUnseen(tx, { ...this.#deps, context }, open.workflow)
    return open
  }

  /** An open proposal that the caller may see, and its workflow, held until the end of the transaction. */
  async #open(tx: Transaction, { id, proposal_id }: Which, context: RequestContext): Promise<OpenProposal> {
    const workflow = await lockedAccess(tx, context, id)
    const proposal = await readProposal(tx, id, proposal_id)
    const visible = proposal?.author_id === context.caller.user_id || workflow.permissions.includes('edit')
    if (proposal === null || !visible) throw notFound(proposal_id)
    refuseClosed(proposal)
    return { workflow, proposal }
  }

  async #close(
    tx: Transaction,
    proposal: ProposalRow,
    end: { readonly status: ProposalStatus; readonly decided_by: number; readonly reason: string | null },
  ): Promise<void> {
    if (!(await closeProposal(tx, proposal.id, end))) refuseClosed({ ...proposal, status: 'declined' })
  }

  async #shown(tx: Transaction, { id, proposal_id }: Which, present: string): Promise<ProposalDetails> {
    const proposal = await readProposal(tx, id, proposal_id)
    if (proposal === null) throw notFound(proposal_id)
    return this.#details(tx, proposal, present)
  }

  /** What the workflow was, what it is, and what is proposed. */
  async #states(db: Database, proposal: ProposalRow, present: string): Promise<MergeOfTexts> {
    const read = async (hash: string) => (await this.#deps.revisions.get(hash, db)).definition
    const texts = await readProposedTexts(db, proposal.id)
    return {
      base: await read(proposal.base_content_hash),
      ours: await read(present),
      theirs: await read(proposal.content_hash),
      translations: { ...texts, ours: await readTranslations(db, proposal.workflow_id) },
    }
  }

  async #details(db: Database, proposal: ProposalRow, present: string): Promise<ProposalDetails> {
    const states = await this.#states(db, proposal, present)
    const open = proposal.status === 'open'
    const { definition, texts, conflicts } = mergeWithTexts(states)
    const { base, theirs } = states.translations
    const proposed = open ? texts : mergeTranslations(states.theirs, { base, ours: base, theirs }).changes
    const comparison = open
      ? compareDefinitions(states.ours, definition)
      : compareDefinitions(states.base, states.theirs)
    // Plain data on both sides; that lists may not be changed is lost on the way to JSON.
    const shown = { ...answer(proposal), comparison, translations: shownTexts(proposed) }
    return { ...shown, conflicts: open ? conflicts : [] } as unknown as ProposalDetails
  }
}
