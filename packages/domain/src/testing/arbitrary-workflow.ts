import * as fc from 'fast-check'
import type {
  ConnectionDefinition,
  DecisionOption,
  JsonObject,
  StepDefinition,
  WorkflowDefinition,
} from '../workflows/definition.ts'
import { aConnection, anOption, anOutcome, aStep } from './build-workflow.ts'

/** The random bits that one step is made from. */
interface Seed {
  readonly kind: 'instruction' | 'time' | 'quality_check' | 'decision' | 'milestone'
  /** Each says how far ahead a connection leads. */
  readonly ahead: readonly number[]
  readonly ways: 'plain' | 'parallel' | 'conditional' | 'guarded'
  readonly choice: 'goto' | 'position' | 'variable' | 'jump'
  readonly hasDefault: boolean
  readonly fallback: number | null
  readonly loop: { readonly back: number; readonly limit: number | null; readonly isConditional: boolean } | null
  readonly lag: number | null
  readonly variable: string
  readonly value: number
  readonly isConditioned: boolean
  readonly namesOutcome: boolean
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const seed: fc.Arbitrary<Seed> = fc.record({
  kind: fc.constantFrom(
    'instruction',
    'instruction',
    'instruction',
    'decision',
    'decision',
    'quality_check',
    'time',
    'milestone',
  ),
  ahead: fc.array(fc.constantFrom(1, 1, 2, 3, 4), { minLength: 1, maxLength: 3, size: 'max' }),
  ways: fc.constantFrom('plain', 'plain', 'parallel', 'conditional', 'guarded'),
  choice: fc.constantFrom('goto', 'position', 'variable', 'jump'),
  hasDefault: fc.boolean(),
  fallback: seldom(fc.integer({ min: 1, max: 4 })),
  loop: seldom(
    fc.record({
      back: fc.integer({ min: 0, max: 5 }),
      limit: fc.option(fc.integer({ min: 1, max: 3 })),
      isConditional: fc.boolean(),
    }),
  ),
  lag: seldom(fc.integer({ min: 1, max: 60 })),
  variable: fc.constantFrom('wood', 'glue', '__proto__', 'constructor'),
  value: fc.integer({ min: 0, max: 2 }),
  isConditioned: fc.boolean(),
  namesOutcome: fc.boolean(),
})

const asks = ({ variable, value }: Seed): JsonObject => Object.fromEntries([[variable, value]])

/** Where the connections of step `id` lead: onward only, so that nothing but loops closes a cycle. */
const targetsOf = (one: Seed, id: number, size: number): number[] => [
  ...new Set(one.ahead.map(step => id + step).filter(target => target <= size)),
]

function optionsOf(one: Seed, id: number, size: number): DecisionOption[] {
  const targets = targetsOf(one, id, size)
  const back = one.loop === null ? null : Math.max(1, id - one.loop.back)
  const numbers = [...targets.keys(), targets.length]
  const actions = numbers.map((index): JsonObject | null => {
    const target = targets[index]
    const outcome: JsonObject = one.namesOutcome && index === 0 ? { complete_with_outcome: 1 } : {}
    if (target === undefined) {
      if (one.choice === 'goto' && back !== null) return { goto_step: back }
      return one.choice === 'jump' && id + 5 <= size ? { goto_step: id + 5 } : null
    }
    if (one.choice === 'position') return null
    if (one.choice === 'variable') return { set_variable: Object.fromEntries([[one.variable, index]]), ...outcome }
    return { goto_step: target, ...outcome }
  })
  const used = one.choice === 'position' ? actions.slice(0, Math.max(1, targets.length)) : actions
  return used.map((action, index) =>
    anOption(id * 100 + index, {
      result_action: index % 2 === 0 && action !== null ? JSON.stringify(action) : action,
      is_default: one.hasDefault && index === 0,
    }),
  )
}

function stepOf(one: Seed, id: number, size: number): StepDefinition {
  const condition = one.isConditioned && one.value === 0 ? { condition_logic: { not: { wood: 0 } } } : {}
  const isDecision = one.kind === 'decision'
  return aStep(id, {
    step_type: one.kind,
    is_decision_point: isDecision,
    is_milestone: one.kind === 'milestone',
    estimated_duration: one.value * 5,
    decision_options: isDecision ? optionsOf(one, id, size) : [],
    ...condition,
  })
}

const connectionChanges = (one: Seed, index: number): Partial<ConnectionDefinition> => {
  const lag = index === 0 && one.lag !== null ? { min_lag: one.lag, max_lag: one.lag * 2 } : {}
  if (one.kind === 'decision') {
    const condition = one.choice === 'variable' ? { condition: Object.fromEntries([[one.variable, index]]) } : {}
    return { connection_type: 'choice', ...condition, ...lag }
  }
  switch (one.ways) {
    case 'plain':
      return lag
    case 'parallel':
      return { connection_type: 'parallel', ...lag }
    case 'guarded':
      return { condition: index === 0 ? { any: [asks(one), { not: { glue: { gte: 1 } } }] } : null, ...lag }
    case 'conditional':
      return index === 0 && one.hasDefault
        ? { connection_type: 'conditional', is_default: true, ...lag }
        : { connection_type: 'conditional', condition: asks(one), ...lag }
  }
}

function connectionsOf(one: Seed, id: number, size: number): ConnectionDefinition[] {
  const isJumpOnly = one.kind === 'decision' && one.choice === 'jump'
  const onward = targetsOf(one, id, size)
    .slice(0, isJumpOnly ? 1 : 3)
    .map((target, index) => aConnection(id, target, connectionChanges(one, index)))
  const fallback =
    one.fallback !== null && id + one.fallback <= size
      ? [aConnection(id, id + one.fallback, { connection_type: 'fallback' })]
      : []
  const { loop } = one
  const isGoto = one.kind === 'decision' && one.choice === 'goto' && one.value > 0
  const back =
    loop === null || isGoto
      ? []
      : [
          aConnection(id, Math.max(1, id - loop.back), {
            connection_type: 'loop',
            max_iterations: loop.limit,
            condition: loop.isConditional ? { not: asks(one) } : null,
          }),
        ]
  return [...onward, ...fallback, ...back]
}

/** As `arbitraryWorkflow`, of at most so many steps. */
export const arbitraryWorkflowOf = (maxSteps: number): fc.Arbitrary<WorkflowDefinition> =>
  fc
    .tuple(
      fc.array(seed, { minLength: 2, maxLength: maxSteps, size: 'max' }),
      fc.constantFrom('none', 'outcomes', 'outcome steps'),
    )
    .map(([seeds, ending]) => {
      const size = seeds.length
      const steps = seeds.map((one, index) => stepOf(one, index + 1, size))
      const isOutcome = (index: number) => ending === 'outcome steps' && (index === size - 1 || index === size - 2)
      const connections = seeds.flatMap((one, index) => connectionsOf(one, index + 1, size))
      return {
        steps: steps.map((step, index) => (isOutcome(index) ? { ...step, is_outcome: true } : step)),
        connections: connections.map((connection, index) => ({ ...connection, id: index + 1 })),
        outcomes: [anOutcome(1, { is_default: true }), anOutcome(2)],
        paths: [],
      }
    })

/**
 * Workflows that can run: steps joined onward by all six types of connection, decisions that go to, jump to, loop back to or set,
 * quality checks, conditions, lags, nested loops, joins, several beginnings and outcomes. They may be unwise, never invalid.
 */
export const arbitraryWorkflow: fc.Arbitrary<WorkflowDefinition> = arbitraryWorkflowOf(12)
