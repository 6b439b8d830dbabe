import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'

/** The workshops to which the caller belongs, as a `bigint[]`. */
export const workshopsOf = (caller: Caller): RawBuilder<unknown> =>
  sql`${`{${Object.keys(caller.roles).map(Number).join(',')}}`}::text::bigint[]`
