import { renameIn } from '@hidesync/domain/presets/local-ids'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { ConnectionDefinition, DecisionOption, JsonSource } from '@hidesync/domain/workflows/definition'
import { stated, type Data } from './bpmn-extension.ts'
import { connectionTaken } from './compiled-preset.ts'
import { conditionText } from './condition-text.ts'
import { grouped } from './grouped.ts'
import type { SheetWords } from './sheet-words.ts'

/** One way that leaves a step, to be drawn as a sequence flow. */
export interface Way {
  /** The id of a node. */
  readonly target: string
  readonly name: string
  readonly condition: JsonSource | null
  readonly is_default: boolean
  /** Of several ways that are choices one is taken. */
  readonly is_choice: boolean
  readonly goes_back: boolean
  /** Minutes to wait on the way. */
  readonly min_lag: number | null
  /** The connection and the option that it stands for, so that reading it gives them again. */
  readonly data: Data
}

export const stepNode = (id: number): string => `step_${id}`
export const outcomeNode = (id: number): string => `outcome_${id}`
const byNode = {
  goto_step: (id: number | string) => stepNode(Number(id)),
  complete_with_outcome: (id: number | string) => outcomeNode(Number(id)),
}

/** An option as the file keeps it: `at` is its place in the list. */
export const optionData = ({ id: _id, result_action, ...option }: DecisionOption, at: number): Data =>
  stated({ at, ...option, result_action: renameIn(result_action, byNode) })

/** `at`: its place in the list. */
const connectionData = (connection: ConnectionDefinition, at: number): Data => {
  const { id: _id, source_step_id: _from, target_step_id: _to, ...fields } = connection
  return stated({ at, ...fields })
}

const plain = { name: '', condition: null, is_default: false, is_choice: false, goes_back: false, min_lag: null }

/** The ways that leave a step, and which of its options none of them stands for. */
export interface Leaving {
  readonly ways: readonly Way[]
  readonly kept: readonly Data[]
}

/** How the connections and options of a workflow are drawn. */
export class BpmnWays {
  readonly #workflow: CompiledWorkflow
  readonly #words: SheetWords
  readonly #bySource: ReadonlyMap<string, readonly ConnectionDefinition[]>
  readonly #places: ReadonlyMap<ConnectionDefinition, number>

  constructor(workflow: CompiledWorkflow, words: SheetWords) {
    this.#workflow = workflow
    this.#words = words
    const { connections } = workflow.definition
    this.#bySource = grouped(connections, ({ source_step_id }) => String(source_step_id))
    this.#places = new Map(connections.map((connection, at) => [connection, at]))
  }

  leaving(step: CompiledStep): Leaving {
    const placeOf = (option: CompiledOption) => step.definition.decision_options.indexOf(option.definition)
    const options = step.options.toSorted((a, b) => placeOf(a) - placeOf(b))
    const drawn = new Set<DecisionOption>()
    const connections = (this.#bySource.get(String(step.id)) ?? []).map(connection => {
      const taking = options.filter(option => connectionTaken(this.#workflow, step, option) === connection.id)
      // A step that the option names is told by the flow's end, wherever that is drawn to: it stands for the option, too.
      const named = taking.find(({ action }) => action.goto_step !== null)
      if (named !== undefined) drawn.add(named.definition)
      return this.#connectionWay(connection, taking, named && optionData(named.definition, placeOf(named)))
    })
    const others = options.flatMap(option => {
      if (drawn.has(option.definition)) return []
      const way = this.#optionWay(step, option)
      if (way === null) return []
      drawn.add(option.definition)
      return [{ ...way, data: { option: optionData(option.definition, placeOf(option)) } }]
    })
    return {
      ways: [...connections, ...others, ...this.#implied(step)],
      kept: step.definition.decision_options.flatMap((option, at) =>
        drawn.has(option) ? [] : [optionData(option, at)],
      ),
    }
  }

  #connectionWay(connection: ConnectionDefinition, taking: readonly CompiledOption[], option?: Data): Way {
    const { connection_type: type, condition, is_default, min_lag } = connection
    const chosen = taking.map(({ definition }) => definition.option_text).join(' / ')
    const otherwise = type === 'fallback' ? this.#words.otherwise : ''
    return {
      target: stepNode(connection.target_step_id),
      name: chosen || (condition === null ? otherwise : conditionText(condition)),
      condition,
      is_default: is_default || type === 'fallback',
      is_choice: taking.length > 0 || type === 'choice' || type === 'conditional' || type === 'fallback',
      goes_back: type === 'loop',
      min_lag,
      data: { connection: connectionData(connection, this.#places.get(connection) ?? 0), ...(option && { option }) },
    }
  }

  /** The way of an option that takes no connection: a jump, or an end. */
  #optionWay(step: CompiledStep, option: CompiledOption): Omit<Way, 'data'> | null {
    const { action, definition, way } = option
    const chosen = { ...plain, name: definition.option_text, is_default: definition.is_default, is_choice: true }
    if (action.goto_step !== null && way.type !== 'open')
      return { ...chosen, target: stepNode(action.goto_step), goes_back: way.type === 'loop' }
    const ends = action.complete_with_outcome !== null && connectionTaken(this.#workflow, step, option) === null
    return ends ? { ...chosen, target: outcomeNode(action.complete_with_outcome) } : null
  }

  /** Without any connection the steps follow each other in their order. */
  #implied({ outgoing }: CompiledStep): readonly Way[] {
    return outgoing
      .flatMap(index => this.#workflow.connections[index]?.definition ?? [])
      .filter(({ id }) => this.#workflow.definition.connections.length === 0 && id < 0)
      .map(({ target_step_id }) => ({ ...plain, target: stepNode(target_step_id), data: {} }))
  }
}
