import { sql, type RawBuilder } from 'kysely'

export type WorkflowOrder =
  | 'name'
  | 'created_at'
  | 'updated_at'
  | 'estimated_duration'
  | 'difficulty_level'
  | 'rating'
  | 'executions'
  | 'relevance'

/** What a list is ordered by; equals follow by id, and where something is missing, it comes last either way. */
export interface OrderKey {
  /** The key of workflow `w`. */
  readonly key: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  readonly nullable: boolean
  /** The table that `w` is found through, if its own indexes do not have the key. */
  readonly through?: 'workflow_statistics'
  /** The key, once read as `order_key`, as the text that a cursor carries. */
  readonly written: RawBuilder<string>
  /** What `written` wrote, as a key. */
  readonly read: (text: string) => RawBuilder<unknown>
  /** Whether a text could be one that `written` wrote. */
  readonly accepts: (text: string) => boolean
}

const number = {
  written: sql<string>`w.order_key::text`,
  accepts: (text: string) => /^-?\d{1,17}(\.\d{1,20})?(e[+-]\d{1,2})?$/.test(text),
}
const whole = { ...number, accepts: (text: string) => /^-?\d{1,9}$/.test(text) }

const time = (column: string): OrderKey => ({
  key: sql.raw(`w.${column}`),
  id: sql`w.id`,
  nullable: false,
  // Microseconds, as exact as the column.
  written: sql<string>`(extract(epoch from w.order_key) * 1000000)::bigint::text`,
  read: text => sql`timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond'`,
  accepts: text => /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)),
})

const minutesOrStars = (column: string): OrderKey => ({
  key: sql.raw(`w.${column}`),
  id: sql`w.id`,
  nullable: true,
  ...number,
  read: text => sql`${text}::float8`,
})

export const orderKeys: Record<WorkflowOrder, OrderKey> = {
  name: {
    key: sql`lower(w.name)`,
    id: sql`w.id`,
    nullable: false,
    written: sql<string>`w.order_key`,
    read: text => sql`${text}::text`,
    accepts: text => text.length <= 400 && text.isWellFormed() && !text.includes('\0'),
  },
  created_at: time('created_at'),
  updated_at: time('updated_at'),
  estimated_duration: minutesOrStars('estimated_duration'),
  rating: minutesOrStars('rating_average'),
  difficulty_level: {
    key: sql`difficulty_rank(w.difficulty_level)`,
    id: sql`w.id`,
    nullable: true,
    ...whole,
    read: text => sql`${text}::int`,
  },
  executions: {
    key: sql`k.total_executions`,
    id: sql`k.workflow_id`,
    nullable: false,
    through: 'workflow_statistics',
    ...number,
    accepts: text => /^\d{1,15}$/.test(text),
    read: text => sql`${text}::bigint`,
  },
  relevance: {
    key: sql`w.rank`,
    id: sql`w.id`,
    nullable: false,
    ...number,
    read: text => sql`${text}::float8`,
  },
}
