import type { JsonObject, JsonValue, StepDefinition } from '../workflows/definition.ts'

/** Something that a step of a type lacks or has too much of. */
export interface StepProblem {
  /** The field of the step that it is about, such as `instructions`. */
  readonly field: string
  /** One sentence that a person can act on. */
  readonly message: string
  /** Errors keep a workflow from being published. */
  readonly severity: 'error' | 'warning' | 'hint'
}

/** What a handler may know of the execution in which its step is. */
export interface StepContext {
  /** Null: nobody is making it; the step is shown or looked over. */
  readonly execution_id: number | null
  readonly workflow_id: number | null
  /** The variables. */
  readonly execution_data: JsonObject
  readonly quantity: number
  /** An option of the step was chosen with this command. */
  readonly decision_made: boolean
  /** What was filled in: see `form`. */
  readonly data: JsonObject
  /** Language of the guidance, such as `de-CH`. */
  readonly locale: string
}

/** How a person is led through a step. A handler may add fields of its own. */
export interface StepGuidance {
  readonly [key: string]: JsonValue
  readonly primary_guidance: string
  readonly tips: readonly string[]
  readonly warnings: readonly string[]
}

export interface StepTypeTexts {
  readonly display_text: string
  readonly description?: string | null
}

/** What a type of step asks for, says, and takes. All functions are pure: the same step and context, the same answer. */
export interface StepTypeHandler {
  readonly code: string
  /** Name of an icon. */
  readonly icon: string
  /** JSON Schema of the `data` that completing a step takes. */
  readonly form: JsonObject
  /** Keys of `condition_logic` that hold data of this type and are no condition: see `isStepData`. */
  readonly dataKeys: readonly string[]
  readonly validate: (step: StepDefinition) => readonly StepProblem[]
  readonly guidance: (step: StepDefinition, context: StepContext) => StepGuidance
  /** `true`, or the reason why the step can't be completed yet, as a sentence. */
  readonly canComplete: (step: StepDefinition, context: StepContext) => true | string
}

/** A handler that an installation brings, with what people call its type, by language; English is needed. */
export interface CustomStepType extends StepTypeHandler {
  readonly texts: Readonly<Record<string, StepTypeTexts>>
}
