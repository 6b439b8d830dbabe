import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryWorkflowOf } from '../../testing/arbitrary-workflow.ts'
import { playAll, type Explored } from '../../testing/play-all.ts'
import { compile } from '../compile.ts'
import type { CompiledWorkflow } from '../compiled.ts'
import type { WorkflowDefinition } from '../definition.ts'
import { endsWithoutOutcome } from './endings.ts'
import { freeRunsOf, type FreeRuns } from './free-runs.ts'
import { togetherIn } from './together.ts'

const small = arbitraryWorkflowOf(6)

/** The same with nothing asked: what is left is decided by options and verdicts alone. */
const unasked = small.map((definition): WorkflowDefinition => ({
  ...definition,
  steps: definition.steps.map(step => ({ ...step, condition_logic: null })),
  connections: definition.connections.map(connection => ({
    ...connection,
    condition: null,
    connection_type: connection.connection_type === 'conditional' ? 'parallel' : connection.connection_type,
  })),
}))
const runs = { numRuns: 200 }

const withoutJumps = ({ hasJumps }: CompiledWorkflow) => !hasJumps
const withoutLoops = ({ loops }: CompiledWorkflow) => loops.length === 0

const always = () => true
/** A decision that only leads round keeps what waits for it from ever coming; validation tells of it by itself. */
const canAlwaysEnd = ({ isStranded }: Explored) => !isStranded

/** What is foretold of a workflow, beside what came to pass when all its runs were played. */
function compared(
  arbitrary: fc.Arbitrary<WorkflowDefinition>,
  accepts: (workflow: CompiledWorkflow) => boolean,
  check: (foretold: FreeRuns, explored: Explored) => void,
  acceptsRuns: (explored: Explored) => boolean = always,
): void {
  let looked = 0
  fc.assert(
    fc.property(arbitrary, definition => {
      const workflow = compile(definition)
      fc.pre(accepts(workflow))
      const explored = playAll(workflow)
      if (explored === null || !acceptsRuns(explored)) return
      looked += 1
      check(freeRunsOf(workflow), explored)
    }),
    runs,
  )
  expect(looked).toBeGreaterThan(runs.numRuns / 2)
}

const reachedOf = ({ reached }: FreeRuns) => new Set([...reached].flatMap((is, index) => (is === 1 ? [index] : [])))
const pairsOf = (foretold: FreeRuns): ReadonlySet<string> => {
  const together = togetherIn(foretold)
  const all = foretold.workflow.steps.map(step => step.index)
  return new Set(
    all.flatMap(one =>
      all.filter(other => other > one && together?.atOnce(one, other)).map(other => `${one} ${other}`),
    ),
  )
}
const missing = <T>(seen: ReadonlySet<T>, foretold: ReadonlySet<T>) => [...seen].filter(one => !foretold.has(one))

describe('what is foretold of all runs, where options and verdicts alone decide', () => {
  it('tells exactly which steps some run comes to', () => {
    const check = (foretold: FreeRuns, { opened }: Explored) => expect(reachedOf(foretold)).toEqual(opened)
    compared(unasked, withoutJumps, check, canAlwaysEnd)
  })

  it('tells exactly whether some run ends without an outcome', () => {
    compared(unasked, withoutJumps, (foretold, { withoutOutcome }) =>
      expect(endsWithoutOutcome(foretold).ends.length > 0).toBe(withoutOutcome > 0),
    )
  })

  it('tells exactly which steps may be open at once, where nothing loops', () => {
    compared(
      unasked,
      workflow => withoutJumps(workflow) && withoutLoops(workflow),
      (foretold, { atOnce }) => expect([...pairsOf(foretold)].toSorted()).toEqual([...atOnce].toSorted()),
    )
  })
})

describe('what is foretold of all runs, with conditions, loops and jumps', () => {
  it('misses no step that some run comes to', () => {
    compared(small, always, (foretold, { opened }) => expect(missing(opened, reachedOf(foretold))).toEqual([]))
  })

  it('misses no run that ends without an outcome', () => {
    compared(small, withoutJumps, (foretold, { withoutOutcome }) => {
      expect(withoutOutcome === 0 || endsWithoutOutcome(foretold).ends.length > 0).toBe(true)
    })
  })

  it('misses no two steps that are open at once, where nothing jumps or loops', () => {
    compared(
      small,
      workflow => withoutJumps(workflow) && withoutLoops(workflow),
      (foretold, { atOnce }) => expect(missing(atOnce, pairsOf(foretold))).toEqual([]),
    )
  })
})
