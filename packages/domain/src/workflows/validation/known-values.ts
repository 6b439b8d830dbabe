import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../compiled.ts'
import { variablesOf } from '../condition.ts'
import type { JsonValue } from '../definition.ts'
import { addBit, BitRows, bitSet, removeBit } from './bit-rows.ts'
import type { Order } from './order.ts'

/** How often the loops are followed round before every value is taken for possible everywhere inside them. */
const maxRounds = 12

interface Variable {
  /** The bit that says that it may be unset. */
  readonly unset: number
  /** Each value that an option sets, and its bit. */
  readonly values: Map<string, { readonly bit: number; readonly value: JsonValue }>
}

/** What an option does to the values: the bits that it takes away, and then those that it gives. Null: nothing. */
type Change = { readonly cleared: readonly number[]; readonly set: readonly number[] } | null

/** What comes of the values on one way out of a step. */
interface Transfer {
  readonly targets: readonly number[]
  readonly change: Change
}

function askedIn({ steps, connections, loops }: CompiledWorkflow): ReadonlySet<string> {
  const conditions = [...steps, ...connections, ...loops].flatMap(({ condition }) => condition ?? [])
  return new Set(conditions.flatMap(variablesOf))
}

/**
 * Which values the variables that are asked for may have at each step, as options set them on the way there. What is set from
 * outside, at the start or by command, is not counted on.
 */
export class KnownValues {
  readonly #workflow: CompiledWorkflow
  readonly #variables = new Map<string, Variable>()
  readonly #size: number
  /** What may hold when each step opens. */
  readonly #before: BitRows

  constructor(workflow: CompiledWorkflow, order: Order) {
    this.#workflow = workflow
    this.#size = this.#number()
    this.#before = new BitRows(this.areAsked ? workflow.steps.length : 0, this.#size)
    if (this.areAsked) this.#spread(order)
  }

  /** Whether any condition asks for any variable. */
  get areAsked(): boolean {
    return this.#size > 0
  }

  #number(): number {
    let next = 0
    for (const name of askedIn(this.#workflow)) this.#variables.set(name, { unset: next++, values: new Map() })
    if (next === 0) return 0
    for (const { options } of this.#workflow.steps)
      for (const { action } of options)
        for (const [name, value] of Object.entries(action.set_variable)) {
          const values = this.#variables.get(name)?.values
          const key = JSON.stringify(value)
          if (values !== undefined && !values.has(key)) values.set(key, { bit: next++, value })
        }
    return next
  }

  #bitsOf({ unset, values }: Variable): number[] {
    return [unset, ...[...values.values()].map(({ bit }) => bit)]
  }

  #changeOf({ action }: CompiledOption): Change {
    const cleared: number[] = []
    const set: number[] = []
    for (const [name, value] of Object.entries(action.set_variable)) {
      const variable = this.#variables.get(name)
      const bit = variable?.values.get(JSON.stringify(value))?.bit
      if (variable === undefined || bit === undefined) continue
      cleared.push(...this.#bitsOf(variable))
      set.push(bit)
    }
    return set.length === 0 ? null : { cleared, set }
  }

  #transfers(step: CompiledStep): readonly Transfer[] {
    const { connections } = this.#workflow
    const onward = step.outgoing.map(way => connections[way]?.target ?? step.index)
    const all = step.loops.length === 0 ? onward : [...onward, ...step.loops.map(loop => loop.target)]
    const unchanged = { targets: all, change: null }
    if (step.options.length === 0) return [unchanged]
    const chosen = step.options.map((option): Transfer => {
      const { way } = option
      const change = this.#changeOf(option)
      if (way.type === 'connection') return { targets: [connections[way.connection]?.target ?? step.index], change }
      if (way.type === 'jump') return { targets: [way.target], change }
      return { targets: way.type === 'loop' ? [way.loop.target] : all, change }
    })
    return step.condition === null ? chosen : [unchanged, ...chosen]
  }

  /** The values after the change, in `into`. */
  #changed(step: number, { cleared, set }: NonNullable<Change>, into: Uint32Array): Uint32Array {
    for (let word = 0; word < into.length; word += 1) into[word] = this.#before.word(step, word)
    for (const bit of cleared) removeBit(into, bit)
    for (const bit of set) addBit(into, bit)
    return into
  }

  /** Follows the values in the order of the steps, and again while a way back has brought something new. */
  #spread({ sequence, rank }: Order): void {
    const { steps, initial } = this.#workflow
    const before = this.#before
    const unset = bitSet(
      this.#size,
      [...this.#variables.values()].map(variable => variable.unset),
    )
    for (const index of initial) before.joinSet(index, unset)
    const transfers = steps.map(step => this.#transfers(step))
    const scratch = new Uint32Array(before.words)
    const isBack = (from: number, target: number): boolean => (rank[target] ?? 0) <= (rank[from] ?? 0)
    let isOpen = true
    for (let round = 0; isOpen && round < maxRounds; round += 1) {
      isOpen = false
      for (const index of sequence)
        for (const { targets, change } of transfers[index] ?? []) {
          const after = change === null ? null : this.#changed(index, change, scratch)
          for (const target of targets) {
            const isNew = after === null ? before.joinRow(target, before, index) : before.joinSet(target, after)
            if (isNew && isBack(index, target)) isOpen = true
          }
        }
    }
    if (isOpen) {
      const all = new Uint32Array(before.words).fill(-1)
      for (const { index } of steps) before.joinSet(index, all)
    }
  }

  /** Whether any option sets the variable. */
  isSet(name: string): boolean {
    return (this.#variables.get(name)?.values.size ?? 0) > 0
  }

  /** Whether an option may have set it before the step is left: one of its own, or one on the way there. */
  isSetAt(step: number, name: string): boolean {
    const own = this.#workflow.steps[step]?.options ?? []
    return own.some(({ action }) => Object.hasOwn(action.set_variable, name)) || this.valuesAt(step, name).length > 0
  }

  /** Whether some way leads to the step without the variable being set. */
  mayBeUnset(step: number, name: string): boolean {
    const variable = this.#variables.get(name)
    return variable === undefined || this.#before.has(step, variable.unset)
  }

  /** The values that it may have been given when the step opens. */
  valuesAt(step: number, name: string): readonly JsonValue[] {
    return [...(this.#variables.get(name)?.values.values() ?? [])].flatMap(({ bit, value }) =>
      this.#before.has(step, bit) ? [value] : [],
    )
  }
}
