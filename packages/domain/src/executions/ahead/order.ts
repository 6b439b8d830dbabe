import { stepsAfter } from '../loop-body.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'

/** The smallest first; a heap of whole numbers. */
class Smallest {
  readonly #items: number[] = []

  push(item: number): void {
    const items = this.#items
    let at = items.push(item) - 1
    for (let above = (at - 1) >> 1; at > 0 && (items[above] ?? 0) > item; above = (at - 1) >> 1) {
      items[at] = items[above] ?? 0
      at = above
    }
    items[at] = item
  }

  pop(): number | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (last === undefined || items.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below + 1 < items.length && (items[below + 1] ?? 0) < (items[below] ?? 0)) below += 1
      if (below >= items.length || (items[below] ?? 0) >= last) break
      items[at] = items[below] ?? 0
      at = below
    }
    items[at] = last
    return first
  }
}

/** The author's order, but nothing before what leads to it; what jumps in circles comes last, in the author's order. */
export function orderOf(workflow: CompiledWorkflow): readonly number[] {
  const { steps } = workflow
  const after = steps.map(step => stepsAfter(workflow, step.index))
  if (after.every((targets, index) => targets.every(target => target > index))) return steps.map(step => step.index)
  const awaited = new Int32Array(steps.length)
  for (const targets of after) for (const target of targets) awaited[target] = (awaited[target] ?? 0) + 1
  const next = new Smallest()
  for (const { index } of steps) if (awaited[index] === 0) next.push(index)
  const order: number[] = []
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    order.push(index)
    for (const target of after[index] ?? []) {
      awaited[target] = (awaited[target] ?? 0) - 1
      if (awaited[target] === 0) next.push(target)
    }
  }
  const placed = new Set(order)
  return [...order, ...steps.map(step => step.index).filter(index => !placed.has(index))]
}
