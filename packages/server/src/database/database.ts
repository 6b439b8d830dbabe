import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Schema } from './generated/schema.ts'

/** What one reads through. A `Transaction` is accepted wherever a `Database` is: reads inside one see what it has written. */
export type Database = Kysely<Schema>

/** What one writes through: a function that takes a `Transaction` cannot be called outside one. */
export type Transaction = KyselyTransaction<Schema>
