import type { ResourceType, StepDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'

/** What the workshop knows of something that a step names by its id. */
export interface KnownResource {
  readonly name: string
  /** The unit in which a material is kept in stock; null for tools and documents. */
  readonly unit: string | null
  readonly state: 'usable' | 'deleted' | 'retired'
}

export interface StepTypeFinding {
  readonly severity: Finding['severity']
  /** A field of the step, or a pointer below it such as `condition_logic/step_data`; empty for the step itself. */
  readonly field: string
  /** A sentence about the step. */
  readonly message: string
}

/** What a definition is compared with besides itself. What is left out is not looked at. */
export interface ValidationContext {
  /** Null: nothing is known of that id. */
  readonly resource?: (type: ResourceType, id: number) => KnownResource | null
  /** The languages into which the workflow is translated, and how many texts each lacks. */
  readonly locales?: readonly { readonly locale: string; readonly missing: number }[]
  /** What the handler of the step's own type has to say. */
  readonly stepType?: (step: StepDefinition) => readonly StepTypeFinding[]
}
