import { waysOn } from '@hidesync/domain/executions/ways'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'

/** Where an option of a decision leads. */
export interface OptionTarget {
  readonly id: number
  readonly text: string
  readonly is_default: boolean
  /** Names of the steps that come next, each with its number in the order of the list. */
  readonly next: readonly { readonly number: number; readonly name: string }[]
  /** It leads to a step that lies before. */
  readonly leads_back: boolean
  /** The outcome that it names; null: none. */
  readonly outcome: string | null
}

/** A step with all that there is to say of where it leads; numbers count from 1. */
export interface ListedStep {
  readonly number: number
  readonly step: CompiledStep
  readonly options: readonly OptionTarget[]
  /** Where a step that is no decision leads to otherwise than to the next one. */
  readonly onward: readonly { readonly number: number; readonly name: string }[]
  /** Where it leads if it fails, such as to the step that mends what a check found. */
  readonly if_failed: readonly { readonly number: number; readonly name: string }[]
  /** Where a step that is no decision leads back to, whatever came of it. */
  readonly back: readonly { readonly number: number; readonly name: string }[]
  /** Minutes that have to pass before it may begin. */
  readonly wait_before: number
}

const millisecondsPerMinute = 60_000

/** The steps in the author's order, with where each leads. */
export function listSteps(workflow: CompiledWorkflow): readonly ListedStep[] {
  const placed = (indexes: readonly number[]) =>
    indexes.flatMap(index => {
      const name = workflow.steps[index]?.definition.name
      return name === undefined ? [] : [{ number: index + 1, name }]
    })
  const outcomes = new Map(workflow.definition.outcomes.map(({ id, name }) => [id, name]))
  const target = (step: CompiledStep, option: CompiledOption): OptionTarget => {
    const back = option.way.type === 'loop' ? option.way.loop.target : null
    const next = back === null ? waysOn(workflow, step, option, {}) : [back]
    return {
      id: option.definition.id,
      text: option.definition.option_text,
      is_default: option.definition.is_default,
      next: placed(next),
      leads_back: back !== null,
      outcome: outcomes.get(option.action.complete_with_outcome ?? -1) ?? null,
    }
  }
  return workflow.steps.map(step => {
    const next = step.options.length > 0 ? [] : waysOn(workflow, step, null, {})
    const isPlain = next.length === 1 && next[0] === step.index + 1
    const repeats = step.options.length > 0 ? [] : step.loops.filter(({ condition }) => condition === null)
    const lags = step.incoming.map(way => workflow.connections[way]?.min_lag ?? 0)
    return {
      number: step.index + 1,
      step,
      options: step.options.map(option => target(step, option)),
      onward: isPlain ? [] : placed(next),
      if_failed: placed(step.fallbacks.flatMap(way => workflow.connections[way]?.target ?? [])),
      back: placed(repeats.map(({ target }) => target)),
      wait_before: Math.max(0, ...lags) / millisecondsPerMinute,
    }
  })
}

/** Where one goes from a step otherwise than to the next one: after it, if it fails, and back; the key of its words, and the steps. */
export const otherWays = ({ onward, if_failed, back }: ListedStep) =>
  (
    [
      { key: 'then_go', steps: onward },
      { key: 'if_fails', steps: if_failed },
      { key: 'then_back', steps: back },
    ] as const
  ).filter(({ steps }) => steps.length > 0)
