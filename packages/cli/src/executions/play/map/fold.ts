import type { MapRow } from './layout.ts'

/** The rows of a map around one step, and how many steps lie before and after them. */
export interface FoldedMap {
  readonly rows: readonly MapRow[]
  readonly before: number
  readonly after: number
}

const stepsIn = (rows: readonly MapRow[]): number => rows.filter(({ step }) => step !== null).length

/** At most `room` rows, a third of them before the step in view; null: all. */
export function foldAround(rows: readonly MapRow[], here: number | null, room: number | null): FoldedMap {
  if (room === null || rows.length <= room) return { rows, before: 0, after: 0 }
  const at = Math.max(
    0,
    rows.findIndex(({ step }) => step !== null && step.id === here),
  )
  const from = Math.max(0, Math.min(at - Math.floor(room / 3), rows.length - room))
  const to = from + room
  return { rows: rows.slice(from, to), before: stepsIn(rows.slice(0, from)), after: stepsIn(rows.slice(to)) }
}
