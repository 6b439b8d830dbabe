import type { HistoryType } from '../executions/command-type.ts'
import type { CommandRecord } from '../executions/event.ts'
import type { ExecutionState } from '../executions/state.ts'
import type { Durations } from '../insights/durations.ts'
import type { StepTypeRegistry } from '../step-types/registry.ts'
import type { Language } from '../text/language.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type {
  DecisionOption,
  JsonObject,
  OutcomeDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '../workflows/definition.ts'
import type { RefusalNames, Texts } from './texts/texts.ts'
import { textsIn } from './texts/texts-in.ts'

/** Something that was done, as far as navigation tells of it. */
export interface HistoryLine {
  /** Epoch milliseconds. */
  readonly at: number
  readonly action_type: HistoryType
  /** What the history keeps of the command, such as the verdict on a check. */
  readonly action_data: JsonObject
  readonly step_id: number | null
  readonly actor: { readonly id: number; readonly name: string } | null
}

/** A run as somebody looks at it: what navigation knows when it speaks. */
export interface Run {
  readonly execution_id: number
  readonly workflow_id: number
  readonly workflow_name: string
  /** How many pieces are made. */
  readonly quantity: number
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  /** What the run follows, in the reader's language as far as it was translated. */
  readonly definition: WorkflowDefinition
  readonly language: Language
  /** What step types are asked in, such as `de-CH`. */
  readonly locale: string
  readonly stepTypes: StepTypeRegistry
  readonly durations: Durations
  /** Epoch milliseconds. */
  readonly at: number
  /** Newest first; the last few are enough. */
  readonly history: readonly HistoryLine[]
  /** What undo would take back next, where the caller knows. */
  readonly last: Pick<CommandRecord, 'type' | 'step_id' | 'sequence'> | null
}

interface Parts {
  readonly steps: ReadonlyMap<number, StepDefinition>
  readonly options: ReadonlyMap<number, DecisionOption & { readonly step_id: number }>
  readonly outcomes: ReadonlyMap<number, OutcomeDefinition>
}

const known = new WeakMap<WorkflowDefinition, Parts>()

/** The parts of a definition by their ids; worked out once, since definitions never change. */
function partsOf(definition: WorkflowDefinition): Parts {
  const found = known.get(definition)
  if (found !== undefined) return found
  const parts: Parts = {
    steps: new Map(definition.steps.map(step => [step.id, step])),
    options: new Map(
      definition.steps.flatMap(({ id, decision_options }) =>
        decision_options.map(option => [option.id, { ...option, step_id: id }] as const),
      ),
    ),
    outcomes: new Map(definition.outcomes.map(outcome => [outcome.id, outcome])),
  }
  known.set(definition, parts)
  return parts
}

type WithDefinition = Pick<Run, 'definition'>

export const stepOf = ({ definition }: WithDefinition, id: number | null): StepDefinition | undefined =>
  id === null ? undefined : partsOf(definition).steps.get(id)

export const nameOf = (run: WithDefinition, id: number | null): string => stepOf(run, id)?.name ?? ''

export const namesOf = (run: WithDefinition, ids: readonly number[]): string[] => ids.map(id => nameOf(run, id))

/** Its place in the workflow, from 1. */
export const numberOf = ({ workflow }: Pick<Run, 'workflow'>, id: number): number =>
  (workflow.compiledStep(id)?.index ?? 0) + 1

export const optionOf = ({ definition }: WithDefinition, id: number) => partsOf(definition).options.get(id)

export const outcomeName = ({ definition }: WithDefinition, id: number | null): string | null =>
  id === null ? null : (partsOf(definition).outcomes.get(id)?.name ?? null)

export const textsFor = ({ language }: Pick<Run, 'language'>): Texts => textsIn(language)

/** The names that a refusal needs to be said. */
export const refusalNames = (run: WithDefinition): RefusalNames => ({
  step: id => nameOf(run, id),
  options: stepId => stepOf(run, stepId)?.decision_options.map(({ option_text }) => option_text) ?? [],
})
