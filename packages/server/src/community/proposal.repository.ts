import type { Languages } from '@hidesync/domain/translations/merge-translations'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import { languagesFrom, storedLanguages } from '../translations/stored-languages.ts'

export type ProposalStatus = 'open' | 'accepted' | 'declined' | 'withdrawn'

export interface ProposalRow {
  readonly id: number
  readonly workflow_id: number
  readonly author_id: number
  readonly author_name: string
  readonly title: string
  readonly message: string | null
  readonly status: ProposalStatus
  readonly base_revision: number
  readonly base_content_hash: string
  readonly content_hash: string
  readonly from_workflow_id: number | null
  readonly reason: string | null
  readonly created_at: Date
  readonly decided_at: Date | null
}

const columns = sql`p.id, p.workflow_id, p.author_id, u.display_name as author_name, p.title, p.message, p.status,
  p.base_revision, p.base_content_hash, p.content_hash, p.from_workflow_id, p.reason, p.created_at, p.decided_at`

/** Null: the workflow has no such proposal. */
export async function readProposal(db: Database, workflowId: number, id: number): Promise<ProposalRow | null> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from workflow_proposals p join users u on u.id = p.author_id
    where p.workflow_id = ${workflowId} and p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The newest first; `author_id`: theirs alone. */
export async function listProposals(
  db: Database,
  which: { readonly workflow_id: number; readonly author_id: number | null },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly ProposalRow[]; readonly total: number }> {
  const wanted = sql`p.workflow_id = ${which.workflow_id}
    and (${which.author_id}::bigint is null or p.author_id = ${which.author_id}::bigint)`
  const [items, counted] = await Promise.all([
    sql<ProposalRow>`select ${columns} from workflow_proposals p join users u on u.id = p.author_id
      where ${wanted} order by p.id desc limit ${page.limit} offset ${page.offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from workflow_proposals p where ${wanted}`.execute(db),
  ])
  return { items: items.rows, total: counted.rows[0]?.total ?? 0 }
}

/** What a proposal says in other languages, and what its author began from; both in the ids of the workflow. */
export interface ProposedTexts {
  readonly base: Languages
  readonly theirs: Languages
}

export async function readProposedTexts(db: Database, id: number): Promise<ProposedTexts> {
  const { base_translations, translations } = await db
    .selectFrom('workflow_proposals')
    .select(['base_translations', 'translations'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { base: languagesFrom(base_translations), theirs: languagesFrom(translations) }
}

export async function insertProposal(
  tx: Transaction,
  texts: ProposedTexts,
  row: Pick<
    ProposalRow,
    | 'workflow_id'
    | 'author_id'
    | 'title'
    | 'message'
    | 'base_revision'
    | 'base_content_hash'
    | 'content_hash'
    | 'from_workflow_id'
  >,
): Promise<number> {
  const translations = { base_translations: storedLanguages(texts.base), translations: storedLanguages(texts.theirs) }
  const { id } = await tx
    .insertInto('workflow_proposals')
    .values({ ...row, ...translations })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends an open proposal; false: it was closed already. */
export async function closeProposal(
  tx: Transaction,
  id: number,
  end: { readonly status: ProposalStatus; readonly decided_by: number; readonly reason: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('workflow_proposals')
    .set({ ...end, decided_at: sql`now()` })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
