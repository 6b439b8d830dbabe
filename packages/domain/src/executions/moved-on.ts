import { sameJson } from '../workflows/json-source.ts'
import type { ExecutionState } from './state.ts'

/** What comes and goes while a run stays where it is. */
const passing = { sequence: 0, timers: {}, kept_notes: {} }

const withoutNotes = ({ open, ...rest }: ExecutionState) => ({
  ...rest,
  ...passing,
  open: Object.fromEntries(Object.entries(open).map(([id, step]) => [id, { ...step, notes: '' }])),
})

/** Whether a run stands elsewhere than it did: timers and notes leave it where it was. */
export const movedOn = (before: ExecutionState, now: ExecutionState): boolean =>
  !sameJson(withoutNotes(before), withoutNotes(now))
