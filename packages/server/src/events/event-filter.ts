import { eventTypes } from '@hidesync/contract/events/events'
import { wrongField } from '../identity/identity-answers.ts'
import type { LoggedEvent } from './event-log.ts'

export interface FilterQuery {
  readonly type?: string | undefined
  readonly execution_id?: number | undefined
}

export type EventFilter = (event: Pick<LoggedEvent, 'type' | 'execution_id'>) => boolean

const prefix = 'hidesync.'
const known: ReadonlySet<string> = new Set(eventTypes.map(type => `${prefix}${type}`))

/** The types asked for, in full; null: all. Throws 422 for one that there is not. */
export function typesOf({ type }: FilterQuery): readonly string[] | null {
  if (type === undefined) return null
  return type.split(',').map(name => {
    const full = name.trim().startsWith(prefix) ? name.trim() : `${prefix}${name.trim()}`
    if (!known.has(full))
      throw wrongField('type', `There are no events of the type “${name.trim()}”. There are ${eventTypes.join(', ')}.`)
    return full
  })
}

export function filterOf(query: FilterQuery): EventFilter {
  const types = typesOf(query)
  const { execution_id } = query
  return event =>
    (types === null || types.includes(event.type)) &&
    (execution_id === undefined || event.execution_id === execution_id)
}
