import { liveWays, type Settlement } from '../../executions/ways.ts'
import type { CompiledLoop, CompiledOption, CompiledStep, CompiledWorkflow } from '../compiled.ts'
import { evaluate, variablesOf, type Condition } from '../condition.ts'
import type { JsonObject, JsonValue } from '../definition.ts'

/** Combinations of values that are tried one by one; beyond that every condition may hold or not, whatever the others do. */
const maxCombinations = 64
const maxTried = 20_000

/** One way in which a run may leave a step for good; loops back are left out, for they only come here again. */
export interface Exit {
  readonly how: Exclude<Settlement, 'skipped'>
  readonly option: CompiledOption | null
  /** The steps that it leads to. */
  readonly always: readonly number[]
  /** One step more, or -1. */
  readonly taken: number
  /** Further steps, each of which it may lead to or not. */
  readonly perhaps: readonly number[]
  /** It jumps to the step without a connection. */
  readonly isJump: boolean
  /** With which values of the variables it is left so; empty where any will do. */
  readonly given: JsonObject
  /** It is left so only because this loop has no rounds left. */
  readonly limitOf: CompiledLoop | null
}

/** The values that a variable may have at the step; undefined stands for unset. Null: anything. */
export type ValuesOf = (step: CompiledStep, name: string) => readonly (JsonValue | undefined)[] | null

const none: readonly number[] = []

const anyValues: JsonObject = {}

/** All fields in one literal: objects that are spread together are several times slower to make and to read. */
const exitOf = ({ how, option }: Leaving, parts: Partial<Exit>): Exit => ({
  how,
  option,
  always: parts.always ?? none,
  taken: parts.taken ?? -1,
  perhaps: parts.perhaps ?? none,
  isJump: parts.isJump ?? false,
  given: parts.given ?? anyValues,
  limitOf: parts.limitOf ?? null,
})

/** Whether it leads nowhere. */
export const isEnd = ({ always, taken }: Exit): boolean => always.length === 0 && taken === -1

/** Every step that it leads to or may lead to. */
export const targetsOf = ({ always, taken, perhaps }: Exit): readonly number[] =>
  perhaps.length === 0
    ? taken === -1
      ? always
      : [...always, taken]
    : [...always, ...perhaps, ...(taken === -1 ? [] : [taken])]

interface Leaving {
  readonly how: Exit['how']
  readonly option: CompiledOption | null
}

/** The exits of one step: exact for the values given where they are few, else with every condition free. */
class StepExits {
  readonly #workflow: CompiledWorkflow
  readonly #step: CompiledStep
  readonly #found = new Map<string, Exit>()

  constructor(workflow: CompiledWorkflow, step: CompiledStep) {
    this.#workflow = workflow
    this.#step = step
  }

  get all(): readonly Exit[] {
    return [...this.#found.values()]
  }

  #target(way: number): number {
    return this.#workflow.connections[way]?.target ?? -1
  }

  #targets(ways: readonly number[]): number[] {
    return ways.map(way => this.#target(way))
  }

  #condition(way: number): Condition | null {
    return this.#workflow.connections[way]?.condition ?? null
  }

  #add(leaving: Leaving, parts: Partial<Exit>): void {
    const exit = exitOf(leaving, parts)
    const key = `${exit.how} ${exit.option?.position ?? ''} ${exit.taken} ${exit.isJump} ${exit.always.join()}`
    const before = this.#found.get(key)
    if (before === undefined || (before.limitOf !== null && exit.limitOf === null)) this.#found.set(key, exit)
  }

  /** A passed-over decision takes no way back. */
  #wayOf({ how, option }: Leaving): CompiledOption['way'] {
    if (option === null || (how === 'passed' && option.way.type === 'loop')) return { type: 'open' }
    return option.way
  }

  /** Adds what an option settles by itself; false: it leaves the way open. */
  #isDecided(leaving: Leaving): boolean {
    const way = this.#wayOf(leaving)
    if (way.type === 'jump') this.#add(leaving, { taken: way.target, isJump: true })
    else if (way.type === 'connection') this.#add(leaving, { taken: this.#target(way.connection) })
    return way.type !== 'open'
  }

  withValues(leaving: Leaving, before: JsonObject): void {
    if (this.#isDecided(leaving)) return
    const step = this.#step
    const { how } = leaving
    const variables = leaving.option === null ? before : { ...before, ...leaving.option.action.set_variable }
    const option = leaving.option === null ? null : { ...leaving.option, way: { type: 'open' } as const }
    const live = liveWays(this.#workflow, { step, how, option, variables })
    const loop = step.loops.find(one => one.condition === null || evaluate(one.condition, variables))
    this.#add(leaving, {
      always: this.#targets(live),
      given: before,
      limitOf: how === 'completed' ? (loop ?? null) : null,
    })
  }

  #fallback(leaving: Leaving, limitOf: CompiledLoop | null): void {
    for (const way of this.#step.fallbacks) {
      this.#add(leaving, { taken: this.#target(way), limitOf })
      if (this.#condition(way) === null) return
    }
    this.#add(leaving, { limitOf })
  }

  /** The members of the group that may be taken; -1 for none. */
  #picks({ option }: Leaving): number[] {
    const { choiceByPosition, group, groupDefault } = this.#step
    const positional = option === null ? undefined : choiceByPosition?.[option.position]
    if (positional !== undefined) return [this.#target(positional)]
    const picks: number[] = []
    for (const way of group) {
      const isAsked = this.#condition(way) !== null
      if (!isAsked && this.#workflow.connections[way]?.definition.connection_type === 'choice') continue
      picks.push(this.#target(way))
      if (!isAsked) return picks
    }
    return [...picks, groupDefault === null ? -1 : this.#target(groupDefault)]
  }

  free(leaving: Leaving): void {
    if (this.#isDecided(leaving)) return
    const step = this.#step
    const limitOf = leaving.how === 'completed' ? (step.loops.find(loop => loop.condition === null) ?? null) : null
    if (leaving.how === 'failed') {
      this.#fallback(leaving, null)
      return
    }
    const always = this.#targets(step.plain.filter(way => this.#condition(way) === null))
    const perhaps = this.#targets(step.plain.filter(way => this.#condition(way) !== null))
    for (const taken of this.#picks(leaving)) {
      if (taken !== -1 || always.length > 0) {
        this.#add(leaving, { always, taken, perhaps, limitOf })
        continue
      }
      for (const one of perhaps) this.#add(leaving, { taken: one, perhaps, limitOf })
      this.#fallback(leaving, limitOf)
    }
  }
}

const isPlain = (workflow: CompiledWorkflow, step: CompiledStep): boolean =>
  step.options.length === 0 &&
  step.condition === null &&
  step.kind !== 'quality_check' &&
  step.loops.length === 0 &&
  step.plain.length === step.outgoing.length &&
  step.plain.every(way => workflow.connections[way]?.condition === null)

function namesAsked(workflow: CompiledWorkflow, step: CompiledStep): readonly string[] {
  const conditions = [
    step.condition,
    ...step.outgoing.map(way => workflow.connections[way]?.condition ?? null),
    ...step.loops.map(loop => loop.condition),
  ]
  return [...new Set(conditions.flatMap(condition => (condition === null ? [] : variablesOf(condition))))]
}

/** Every combination of the values; null: too many, or one of them can be anything. */
function combinations(names: readonly string[], valuesOf: (name: string) => ReturnType<ValuesOf>): JsonObject[] | null {
  let all: (readonly (readonly [string, JsonValue])[])[] = [[]]
  for (const name of names) {
    const values = valuesOf(name)
    if (values === null || all.length * values.length > maxCombinations) return null
    all = all.flatMap(one => values.map(value => (value === undefined ? one : [...one, [name, value] as const])))
  }
  return all.map(one => Object.fromEntries(one))
}

/** All ways in which a run may leave the step, over every choice, verdict and value. */
export function exitsOf(workflow: CompiledWorkflow, step: CompiledStep, valuesOf: ValuesOf): readonly Exit[] {
  if (isPlain(workflow, step)) {
    const always = step.outgoing.map(way => workflow.connections[way]?.target ?? -1)
    return [exitOf({ how: 'completed', option: null }, { always })]
  }
  const exits = new StepExits(workflow, step)
  const passed: Leaving = {
    how: 'passed',
    option: step.options.find(({ definition }) => definition.is_default) ?? null,
  }
  const usual: Leaving[] =
    step.options.length > 0
      ? step.options.map(option => ({ how: 'completed', option }))
      : [
          { how: 'completed', option: null },
          ...(step.kind === 'quality_check' ? [{ how: 'failed', option: null } as const] : []),
        ]
  const tried = combinations(namesAsked(workflow, step), name => valuesOf(step, name))
  if (tried === null || tried.length * usual.length * step.outgoing.length > maxTried) {
    for (const leaving of [...usual, ...(step.condition === null ? [] : [passed])]) exits.free(leaving)
    return exits.all
  }
  for (const variables of tried) {
    const isPassed = step.condition !== null && !evaluate(step.condition, variables)
    for (const leaving of isPassed ? [passed] : usual) exits.withValues(leaving, variables)
  }
  return exits.all
}
