import { isOpen } from './draft.ts'
import type { ExecutionEvent, StepSnapshot } from './event.ts'

/** What a command changes in `workflow_step_executions`: one row for each pass of a step that has been opened. */
export interface StepRowChanges {
  readonly put: readonly StepRow[]
  readonly remove: readonly StepPass[]
  /** Lines to add to the notes of passes that have a row. */
  readonly notes: readonly (StepPass & { readonly text: string })[]
}

/** One run of one step: a step that a loop has reset has a pass for each iteration. */
export interface StepPass {
  readonly step_id: number
  readonly iteration: number
}

export interface StepRow extends StepPass {
  readonly snapshot: StepSnapshot
}

type StepChange = Extract<ExecutionEvent, { type: 'step_changed' }>

/** A step that was never opened, or was ruled out, has no row: its state stands in the execution's document alone. */
const hasRow = (snapshot: StepSnapshot) =>
  snapshot.status !== 'dead' && (snapshot.status !== 'pending' || (snapshot.not_before ?? null) !== null)

type Pass = StepPass & { readonly snapshot: StepSnapshot | null }

/**
 * The passes that one change leaves. A loop's reset opens the next pass and leaves the row of the last one alone, unless that
 * was still being worked on: then it is given up. Undoing the reset removes the pass again and puts back what was given up.
 */
function passesOf({ step_id, from, to }: StepChange): readonly Pass[] {
  const after = { step_id, iteration: to.iteration, snapshot: hasRow(to) ? to : null }
  if (to.iteration === from.iteration) return [after]
  const left = { step_id, iteration: from.iteration, snapshot: null }
  if (to.iteration > from.iteration) return isOpen(from) ? [left, after] : [after]
  return isOpen(to) ? [left, after] : [left]
}

/** The rows that a command's events leave behind. */
export function stepRowChanges(events: readonly ExecutionEvent[]): StepRowChanges {
  const passes = new Map<string, Pass>()
  for (const event of events)
    if (event.type === 'step_changed')
      for (const pass of passesOf(event)) passes.set(`${pass.step_id}:${pass.iteration}`, pass)
  const all = [...passes.values()]
  return {
    put: all.flatMap(({ step_id, iteration, snapshot }) => (snapshot ? [{ step_id, iteration, snapshot }] : [])),
    remove: all.filter(pass => pass.snapshot === null).map(({ step_id, iteration }) => ({ step_id, iteration })),
    notes: events.flatMap(event => {
      if (event.type !== 'note_added') return []
      const { step_id, iteration, text } = event
      return [{ step_id, iteration, text }]
    }),
  }
}

const nameOf = ({ step_id, iteration }: StepPass): string => `${step_id}:${iteration}`

/** The rows as they are after a command: `put` in the caller's form, the rest as its events left it. */
export function mergeStepRows<R extends StepPass & { readonly id: number | null; readonly notes: string | null }>(
  before: readonly R[],
  put: readonly R[],
  { remove, notes }: StepRowChanges,
): R[] {
  const rows = new Map(before.map(row => [nameOf(row), row]))
  for (const pass of remove) rows.delete(nameOf(pass))
  for (const row of put) rows.set(nameOf(row), { ...row, id: rows.get(nameOf(row))?.id ?? row.id })
  for (const { text, ...pass } of notes) {
    const row = rows.get(nameOf(pass))
    if (row) rows.set(nameOf(pass), { ...row, notes: row.notes === null ? text : `${row.notes}\n${text}` })
  }
  return [...rows.values()]
}
