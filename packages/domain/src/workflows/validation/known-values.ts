import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../compiled.ts'
import { variablesOf } from '../condition.ts'
import type { JsonValue } from '../definition.ts'
import { BitRows, bitSet } from './bit-rows.ts'
import type { Order } from './order.ts'

/** How often the loops are followed round before every value is taken for possible everywhere inside them. */
const maxRounds = 12

interface Variable {
  /** The bit that says that it may be unset. */
  readonly unset: number
  /** Each value that an option sets, and its bit. */
  readonly values: Map<string, { readonly bit: number; readonly value: JsonValue }>
}

/** What comes of the values on one way out of a step. */
interface Transfer {
  readonly targets: readonly number[]
  /** Null: everything stays as it was. */
  readonly change: { readonly kept: Uint32Array; readonly set: Uint32Array } | null
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
  readonly #before: BitRows
  readonly #after: BitRows

  constructor(workflow: CompiledWorkflow, order: Order) {
    this.#workflow = workflow
    this.#size = this.#number()
    const isAsked = this.#size > 0
    this.#before = new BitRows(isAsked ? workflow.steps.length : 0, this.#size)
    this.#after = new BitRows(isAsked ? workflow.steps.length : 0, this.#size)
    if (isAsked) this.#spread(order)
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

  /** What an option changes; null: nothing that is asked for. */
  #changeOf({ action }: CompiledOption): Transfer['change'] {
    const sets = Object.entries(action.set_variable).flatMap(([name, value]) => {
      const variable = this.#variables.get(name)
      const bit = variable?.values.get(JSON.stringify(value))?.bit
      return variable === undefined || bit === undefined ? [] : [{ variable, bit }]
    })
    if (sets.length === 0) return null
    const cleared = bitSet(
      this.#size,
      sets.flatMap(({ variable }) => this.#bitsOf(variable)),
    )
    return {
      kept: cleared.map(word => ~word),
      set: bitSet(
        this.#size,
        sets.map(({ bit }) => bit),
      ),
    }
  }

  #transfers(step: CompiledStep): Transfer[] {
    const { connections } = this.#workflow
    const back = step.loops.map(loop => loop.target)
    const all = [...step.outgoing.map(way => connections[way]?.target ?? step.index), ...back]
    const open: Transfer[] =
      step.options.length === 0 || step.condition !== null ? [{ targets: all, change: null }] : []
    return [
      ...open,
      ...step.options.map(({ way, ...option }): Transfer => {
        const change = this.#changeOf({ way, ...option })
        if (way.type === 'connection') return { targets: [connections[way.connection]?.target ?? step.index], change }
        if (way.type === 'jump') return { targets: [way.target], change }
        return { targets: way.type === 'loop' ? [way.loop.target] : all, change }
      }),
    ]
  }

  #spread({ sequence }: Order): void {
    const { steps, initial } = this.#workflow
    const unset = bitSet(
      this.#size,
      [...this.#variables.values()].map(variable => variable.unset),
    )
    for (const index of initial) this.#before.joinSet(index, unset)
    const transfers = steps.map(step => this.#transfers(step))
    const scratch = new Uint32Array(unset.length)
    let isNew = true
    for (let round = 0; isNew && round < maxRounds; round += 1) {
      isNew = false
      for (const index of sequence)
        for (const { targets, change } of transfers[index] ?? []) {
          if (change === null) {
            this.#after.joinRow(index, this.#before, index)
            for (const target of targets) isNew = this.#before.joinRow(target, this.#before, index) || isNew
            continue
          }
          for (let word = 0; word < scratch.length; word += 1)
            scratch[word] = (this.#before.word(index, word) & (change.kept[word] ?? 0)) | (change.set[word] ?? 0)
          this.#after.joinSet(index, scratch)
          for (const target of targets) isNew = this.#before.joinSet(target, scratch) || isNew
        }
    }
    if (isNew) {
      const all = new Uint32Array(unset.length).fill(-1)
      for (const { index } of steps) for (const rows of [this.#before, this.#after]) rows.joinSet(index, all)
    }
  }

  /** Whether any option sets the variable. */
  isSet(name: string): boolean {
    return (this.#variables.get(name)?.values.size ?? 0) > 0
  }

  /** Whether an option may have set it before the step is left. */
  isSetAt(step: number, name: string): boolean {
    return [...(this.#variables.get(name)?.values.values() ?? [])].some(({ bit }) => this.#after.has(step, bit))
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
