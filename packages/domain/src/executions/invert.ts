import type { ExecutionEvent } from './event.ts'

type Inverse = Exclude<
  ExecutionEvent,
  { type: 'started' | 'note_added' | 'timer_changed' | 'undo_head_changed' | 'arrived_late' | 'revision_changed' }
>

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>

/**
 * The event that takes another back, at a time; null for what is on record only (a late arrival), is never taken back (a note, a timer,
 * the start), or is undo's own business (the head of its chain), or what undo does not reach behind (a move to another revision).
 */
export function invert(event: ExecutionEvent, at: number): Inverse | null {
  switch (event.type) {
    case 'step_changed':
    case 'moved':
    case 'loop_counted':
    case 'outcome_changed':
      return { ...event, from: event.to, to: event.from } as Inverse
    case 'connection_changed': {
      const { type, connection_id, from, to } = event
      return {
        type,
        connection_id,
        from: to,
        to: from,
        ...optional('at', event.at_before),
        ...optional('at_before', event.at),
      }
    }
    case 'variable_changed': {
      const { type, name, from, to } = event
      return { type, name, ...optional('from', to), ...optional('to', from) }
    }
    case 'status_changed':
      return { type: event.type, from: event.to, to: event.from, at, before: event.after, after: event.before }
    case 'started':
    case 'note_added':
    case 'timer_changed':
    case 'undo_head_changed':
    case 'arrived_late':
    case 'revision_changed':
      return null
  }
}
