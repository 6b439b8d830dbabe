import { sql, type RawBuilder } from 'kysely'

const mark = '/* planned anew */'

/**
 * At the beginning of a statement: the best way of answering it depends on what is asked for, so neither engine keeps it
 * prepared, and its plan is made for these very values. Costs the planning each time.
 */
export const plannedAnew: RawBuilder<unknown> = sql.raw(mark)

export const isPlannedAnew = (text: string): boolean => text.startsWith(mark)
