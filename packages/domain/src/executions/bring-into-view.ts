import type { JsonObject } from '../workflows/definition.ts'
import type { Deciding } from './deciding.ts'

/** Moves the view; a step that is ready starts by that. `data` is what to record with the start. */
export function moveTo({ draft, workflow, at }: Deciding, index: number, data?: JsonObject): void {
  const to = workflow.steps[index]?.id ?? null
  const from = draft.now.current_step_id
  const open = draft.open(index)
  const early = data !== undefined
  if (open !== undefined && draft.status(index) !== 'active' && (early || (open.not_before ?? 0) <= at)) {
    const { not_before: _, ...rest } = draft.snapshot(index)
    draft.changeStep(index, {
      ...rest,
      status: 'active',
      ready_at: early ? at : open.ready_at,
      started_at: at,
      paused_before: draft.now.paused_total,
      ...(early ? { data: { ...open.data, ...data } } : {}),
    })
  }
  if (from !== to) draft.emit({ type: 'moved', from, to })
}

/**
 * After a step was dealt with, the view goes on: to the first step that opened because of it, else to the first that is open, else
 * to the one that waits least. Someone who looks at another open step goes on looking at it. At the end the view stays.
 */
export function bringIntoView(context: Deciding, dealtWith: number | null): void {
  const { draft, flow, workflow, at } = context
  const current = workflow.compiledStep(draft.now.current_step_id)
  const looksElsewhere = current !== undefined && current.index !== dealtWith && draft.open(current.index) !== undefined
  if (looksElsewhere) return
  const isReady = (index: number) => {
    const open = draft.open(index)
    return open !== undefined && (draft.status(index) !== 'pending' || (open.not_before ?? 0) <= at)
  }
  const first = (indexes: readonly number[]) =>
    indexes.reduce<number | undefined>(
      (least, index) => (least === undefined || index < least ? index : least),
      undefined,
    )
  const opened = first(flow.opened.filter(isReady))
  if (opened !== undefined) return moveTo(context, opened)
  const open = Object.keys(draft.now.open).flatMap(id => workflow.compiledStep(Number(id))?.index ?? [])
  const next =
    first(open.filter(isReady)) ??
    open.toSorted((one, other) => (draft.open(one)?.not_before ?? 0) - (draft.open(other)?.not_before ?? 0))[0]
  if (next !== undefined) moveTo(context, next)
}
