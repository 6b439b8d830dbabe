import {
  leftOutOfShared,
  type MadeWorkflowLink,
  type NewWorkflowLink,
  type WorkflowLink,
} from '@hidesync/contract/workflows/link.routes'
import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { readUserCaller } from '../identity/caller.reader.ts'
import { tooManyLinks } from '../identity/identity-answers.ts'
import { mostLinks } from '../identity/link.repository.ts'
import type { SecretKeys } from '../identity/secret-key.ts'
import { linkToken, tokenHash } from '../identity/tokens.ts'
import { loadAccess } from './workflow-access.ts'
import type { WorkflowCopyService } from './workflow-copy.service.ts'
import { deleteLink, insertLink, listLinks, readLinked, type WorkflowLinkRow } from './workflow-link.repository.ts'
import { notFound, requirePermission } from './workflow-refusals.ts'
import type { WorkflowService } from './workflow.service.ts'

interface LinkMaker {
  readonly workflow_id: number
  /** Null: they are gone. */
  readonly created_by: number | null
}

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly workflows: WorkflowService
  readonly copies: WorkflowCopyService
  readonly now: () => Date
  readonly publicUrl: string | null
}

const day = 24 * 3_600_000

/** Whoever has a link sees what it leads to, whatever they may see otherwise. */
const holder: Caller = { user_id: 0, is_superuser: true, roles: {}, scope: 'read' }

const answer = ({ id, created_at, expires_at }: WorkflowLinkRow): WorkflowLink => ({
  id,
  created_at: created_at.toISOString(),
  expires_at: expires_at?.toISOString() ?? null,
})

/** A link is worth no more than its maker: whoever could no longer make it has lost it, too. */
async function couldMake(db: Database, { created_by, workflow_id }: LinkMaker): Promise<boolean> {
  const maker = created_by === null ? null : await readUserCaller(db, created_by)
  const workflow = maker === null ? null : await loadAccess(db, maker, workflow_id)
  return workflow?.permissions.includes('share') === true
}

/** Those that somebody could still follow, the newest first. */
async function openLinks(db: Database, workflow_id: number, now: Date): Promise<WorkflowLinkRow[]> {
  const links = await listLinks(db, workflow_id, now)
  const makers = new Set<number | null>()
  for (const created_by of new Set(links.map(link => link.created_by)))
    if (await couldMake(db, { created_by, workflow_id })) makers.add(created_by)
  return links.filter(({ created_by }) => makers.has(created_by))
}

/** Links by which anybody reads a workflow, until they are taken back. */
export class WorkflowLinkService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The token stands in this answer alone; of a repeated request it is worked out again, never stored. */
  async create(workflow_id: number, input: NewWorkflowLink, context: RequestContext): Promise<MadeWorkflowLink> {
    const { keys, now, publicUrl } = this.#deps
    const token = linkToken(keys, 'workflow link', context.idempotency)
    const { expires_in_days } = input
    const made = await context.once(async tx => {
      await this.#require(tx, workflow_id, context)
      const created_at = now()
      if ((await openLinks(tx, workflow_id, created_at)).length >= mostLinks)
        throw tooManyLinks('links of this workflow')
      const row = await insertLink(tx, {
        workflow_id,
        token_hash: tokenHash(token),
        created_by: context.caller.user_id,
        created_at,
        expires_at: expires_in_days === undefined ? null : new Date(created_at.getTime() + expires_in_days * day),
      })
      return answer(row)
    })
    context.setHeader('cache-control', 'no-store')
    return { ...made, token, url: `${publicUrl ?? ''}/shared/${token}` }
  }

  async list(workflow_id: number, context: RequestContext): Promise<WorkflowLink[]> {
    await this.#require(this.#deps.db, workflow_id, context)
    return (await openLinks(this.#deps.db, workflow_id, this.#deps.now())).map(answer)
  }

  async remove(workflow_id: number, id: number, context: RequestContext): Promise<void> {
    await this.#deps.db.transaction().execute(async tx => {
      await this.#require(tx, workflow_id, context)
      if (!(await deleteLink(tx, workflow_id, id)))
        throw new AppError('link.not_found', `This workflow has no link ${id}.`)
    })
  }

  async read(token: string, context: RequestContext): Promise<JsonText> {
    const id = await this.#linked(token)
    return this.#deps.workflows.getAs(holder, id, context, leftOutOfShared)
  }

  async copy(token: string, context: RequestContext): Promise<JsonText> {
    const id = await this.#linked(token)
    return this.#deps.copies.duplicate(id, { seenBy: holder }, context)
  }

  async #linked(token: string): Promise<number> {
    const { db, now } = this.#deps
    const link = await readLinked(db, tokenHash(token), now())
    if (link !== null && (await couldMake(db, link))) return link.workflow_id
    throw new AppError('link.not_found', 'This link has ended. Ask who gave it to you for a new one.')
  }

  async #require(db: Database | Transaction, id: number, { caller }: RequestContext): Promise<void> {
    const workflow = await loadAccess(db, caller, id)
    if (workflow === null) throw notFound(id)
    requirePermission(workflow, 'share', 'share')
  }
}
