import type { CompiledLoop } from '../workflows/compiled.ts'
import type { Draft } from './draft.ts'
import { loopBody } from './loop-body.ts'

/** Makes the connections leaving a step unresolved again; returns the steps that had died of what they were. */
function reopenWays(draft: Draft, index: number, at: number): readonly number[] {
  const step = draft.workflow.steps[index]
  if (step === undefined) return []
  for (const connection of step.outgoing) draft.changeConnection(connection, 'unresolved', at)
  const targets = step.outgoing.flatMap(connection => draft.workflow.connections[connection]?.target ?? [])
  const named = step.jumpTargets.filter(target => draft.workflow.steps[target]?.gotoOnly)
  return [...targets, ...named].filter(target => draft.status(target) === 'dead')
}

/** Brings a dead step back to pending, and with it those that had died because it did. */
export function revive(draft: Draft, index: number, at: number): void {
  const queue = [index]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (draft.status(next) !== 'dead') continue
    draft.changeStep(next, { status: 'pending', iteration: draft.iteration(next) })
    queue.push(...reopenWays(draft, next, at))
  }
}

/** Loops inside the body start counting anew. */
function restartInnerLoops(draft: Draft, loop: CompiledLoop, body: ReadonlySet<number>): void {
  if (Object.keys(draft.now.loops).length === 0) return
  for (const inner of draft.workflow.loops) {
    const from = draft.now.loops[inner.key] ?? 0
    const isInside = body.has(inner.source) && body.has(inner.target)
    const isSame = inner.source === loop.source && inner.target === loop.target
    if (from > 0 && isInside && !isSame) draft.emit({ type: 'loop_counted', loop: inner.key, from, to: 0 })
  }
}

/**
 * Returns a loop to its beginning: its body is pending once more, one iteration further, and what had died outside because of it
 * is possible again. What is open or settled outside stays as it was. Returns the body.
 */
export function resetLoop(draft: Draft, loop: CompiledLoop, at: number): readonly number[] {
  const returns = draft.now.loops[loop.key] ?? 0
  draft.emit({ type: 'loop_counted', loop: loop.key, from: returns, to: returns + 1 })
  const body = loopBody(draft.workflow, loop)
  restartInnerLoops(draft, loop, new Set(body))
  for (const index of body) draft.changeStep(index, { status: 'pending', iteration: draft.iteration(index) + 1 })
  for (const index of body) for (const dead of reopenWays(draft, index, at)) revive(draft, dead, at)
  return body
}
