import { decide } from '@hidesync/domain/executions/decide'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import { newExecution } from '@hidesync/domain/executions/new-execution'
import { compile } from '@hidesync/domain/workflows/compile'
import { alternate } from './compare.ts'
import type { Size } from './options.ts'
import { atMost, row, type Row } from './result.ts'
import { chainOf, partsOf } from './seed/chain.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Walks a chain to its end, so often that about as many steps are completed whatever its length; answers with microseconds a step. */
function costOfComplete(length: number, completions: number): number {
  const { steps, connections, resources } = partsOf(length)
  const ids = { steps: numbers(steps), connections: numbers(connections), resources: numbers(resources), outcome: 1 }
  const workflow = compile(chainOf(length, ids))
  let at = Date.now()
  let spent = 0
  let completed = 0
  while (completed < completions) {
    let state = newExecution(workflow)
    const started = decide(workflow, state, { type: 'start', at, actor_id: 1 })
    if (!started.ok) throw new Error(started.refusal.message)
    state = evolveAll(workflow, state, started.events)
    const began = performance.now()
    for (const step_id of ids.steps) {
      const decision = decide(workflow, state, { type: 'complete', step_id, at: ++at, actor_id: 1 })
      if (!decision.ok) throw new Error(decision.refusal.message)
      state = evolveAll(workflow, state, decision.events)
    }
    spent += performance.now() - began
    completed += length
    if (state.status !== 'completed') throw new Error(`A chain of ${length} steps did not end.`)
  }
  return (spent * 1000) / completed
}

/** What a step costs the engine alone in a workflow of 2,000 steps beside one of 20: decide and apply, nothing stored. */
export async function measureEngine({ rounds }: Size): Promise<Row> {
  const completions = 8_000
  costOfComplete(20, completions)
  costOfComplete(2000, completions)
  const comparison = await alternate(rounds, {
    product: async () => costOfComplete(2000, completions),
    bare: async () => costOfComplete(20, completions),
  })
  const label = { engine: 'none' as const, name: 'complete in 2,000 steps beside 20, engine alone', unit: 'µs' }
  return row(label, comparison, atMost(1.5))
}
