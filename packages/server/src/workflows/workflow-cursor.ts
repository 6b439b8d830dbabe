import { AppError } from '../http/app-error.ts'
import { orderKeys, type WorkflowOrder } from './workflow-order.ts'

/** The last workflow that a page showed: the next page begins behind it, whatever was added or removed meanwhile. */
export interface WorkflowCursor {
  /** Null: what the list is ordered by is not stated. */
  readonly key: string | null
  readonly id: number
}

interface Order {
  readonly order_by: WorkflowOrder
  readonly order_dir: 'asc' | 'desc'
}

/** `["name","asc","oak box",17]` in letters that need no escaping in an address. */
export const writeCursor = ({ order_by, order_dir }: Order, { key, id }: WorkflowCursor): string =>
  Buffer.from(JSON.stringify([order_by, order_dir, key, id])).toString('base64url')

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** The place that a cursor names in a list of this order. Throws 422 for one that is of another list, or none. */
export function readCursor(text: string, { order_by, order_dir }: Order): WorkflowCursor {
  const value = parsed(text)
  const [by, dir, key, id] = Array.isArray(value) && value.length === 4 ? (value as unknown[]) : []
  const order = orderKeys[order_by]
  const known = key === null ? order.nullable : typeof key === 'string' && order.accepts(key)
  if (by === order_by && dir === order_dir && known && typeof id === 'number' && Number.isSafeInteger(id) && id > 0)
    return { key: key as string | null, id }
  const message =
    typeof by === 'string' && Object.hasOwn(orderKeys, by)
      ? `“cursor” is of a list in another order (${by}, ${String(dir)}). Ask for the first page of this one.`
      : '“cursor” has to be the next_cursor of the page before.'
  throw new AppError('request.invalid', message, { errors: [{ path: 'cursor', message }] })
}
