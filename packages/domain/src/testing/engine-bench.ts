import type { CommandRequest } from '../executions/command.ts'
import { decide } from '../executions/decide.ts'
import { evolveAll } from '../executions/evolve.ts'
import { compile } from '../workflows/compile.ts'
import { aChain } from './build-workflow.ts'
import { Play } from './play.ts'

export interface EngineBench {
  /** Milliseconds that one `complete` (decide and evolve) takes in each workflow, the best of several rounds. */
  readonly small: number
  readonly large: number
  /** What it costs in the large workflow relative to the small one. */
  readonly ratio: number
}

/** A `complete` in the middle of a chain, as often as it takes; `now` is the caller's clock in milliseconds. */
function completing(length: number): (times: number, now: () => number) => number {
  const play = new Play(compile(aChain(length))).start().complete(1, 2, 3)
  const { workflow, state } = play
  const command = { type: 'complete', step_id: 4 } satisfies CommandRequest
  return (times, now) => {
    const from = now()
    for (let count = 0; count < times; count += 1) {
      const decision = decide(workflow, state, { ...command, at: play.at + count, actor_id: 1 })
      if (!decision.ok) throw new Error(decision.refusal.message)
      evolveAll(workflow, state, decision.events)
    }
    return (now() - from) / times
  }
}

/** Compares what completing a step costs in a chain of 20 and of 2,000 steps, in turns, so that both meet the same machine. */
export function benchEngine(now: () => number, rounds = 25): EngineBench {
  const [small, large] = [completing(20), completing(2_000)]
  const times = { small: Infinity, large: Infinity }
  for (let round = 0; round < rounds; round += 1) {
    times.small = Math.min(times.small, small(400, now))
    times.large = Math.min(times.large, large(400, now))
  }
  return { ...times, ratio: times.large / times.small }
}
