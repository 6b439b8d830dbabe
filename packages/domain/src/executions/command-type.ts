/** What can be asked of an execution, and the history's word for each. */
export const commandTypes = [
  'start',
  'navigate',
  'complete',
  'decide',
  'skip',
  'fail',
  'undo',
  'pause',
  'resume',
  'cancel',
  'time_out',
  'set_variables',
  'select_outcome',
  'note',
  'start_timer',
  'pause_timer',
  'resume_timer',
  'extend_timer',
  'stop_timer',
] as const
export type CommandType = (typeof commandTypes)[number]

/** What the history tells of: commands, and moves to another revision. */
export const historyTypes = [...commandTypes, 'move'] as const
export type HistoryType = (typeof historyTypes)[number]
