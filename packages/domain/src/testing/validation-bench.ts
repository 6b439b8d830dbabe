import { compile } from '../workflows/compile.ts'
import { validateDefinition } from '../workflows/validate.ts'
import { aLargeWorkflow } from './large-workflow.ts'

export interface ValidationBench {
  /** Milliseconds of the best round. */
  readonly validate: number
  /** The same for `compile`, which reads everything once. */
  readonly compile: number
}

/** What validating a workflow of about so many steps costs beside compiling it, in turns; `now` is the caller's clock. */
export function benchValidation(now: () => number, { steps = 5_000, rounds = 15 } = {}): ValidationBench {
  const definition = aLargeWorkflow(steps)
  const best = { validate: Infinity, compile: Infinity }
  const timed = (name: keyof typeof best, work: () => unknown): void => {
    const from = now()
    work()
    best[name] = Math.min(best[name], now() - from)
  }
  for (let round = 0; round < rounds; round += 1) {
    timed('compile', () => compile(definition))
    timed('validate', () => validateDefinition(definition))
  }
  return best
}
