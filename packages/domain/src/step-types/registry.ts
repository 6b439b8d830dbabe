import { builtInStepTypes, type BuiltInStepType, type StepDefinition } from '../workflows/definition.ts'
import { builtInHandlers } from './built-in.ts'
import type { CustomStepType, StepContext, StepGuidance, StepProblem, StepTypeHandler } from './step-type.ts'

const isBuiltIn = (code: string): code is BuiltInStepType => (builtInStepTypes as readonly string[]).includes(code)
const told = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * The handlers of all step types. A type without one behaves as an instruction. What goes wrong inside a custom handler is told
 * and stops nobody but the one who has to know.
 */
export class StepTypeRegistry {
  readonly #custom = new Map<string, CustomStepType>()

  constructor(custom: readonly CustomStepType[] = []) {
    for (const type of custom) this.register(type)
  }

  /** Throws on a code that has a handler already. */
  register(type: CustomStepType): void {
    if (isBuiltIn(type.code)) throw new Error(`“${type.code}” is a step type of the system.`)
    if (this.#custom.has(type.code)) throw new Error(`There are two handlers for the step type “${type.code}”.`)
    this.#custom.set(type.code, type)
  }

  get custom(): readonly CustomStepType[] {
    return [...this.#custom.values()]
  }

  /** The handler of a type; that of instructions where it has none. */
  handler(code: string): StepTypeHandler {
    return this.#custom.get(code) ?? (isBuiltIn(code) ? builtInHandlers[code] : builtInHandlers.instruction)
  }

  /** What the step's own type finds wrong with it. */
  problemsOf(step: StepDefinition): readonly StepProblem[] {
    try {
      return this.handler(step.step_type).validate(step)
    } catch (error) {
      const message = `The step type “${step.step_type}” could not look the step over: ${told(error)}. Tell whoever looks after it.`
      return [{ field: 'step_type', message, severity: 'warning' }]
    }
  }

  guidance(step: StepDefinition, context: StepContext): StepGuidance {
    try {
      return this.handler(step.step_type).guidance(step, context)
    } catch {
      return builtInHandlers.instruction.guidance(step, context)
    }
  }

  /** `true`, or why a step of a custom type can't be completed yet; of the system's types the engine knows. */
  canComplete(step: StepDefinition, context: StepContext): true | string {
    const handler = this.#custom.get(step.step_type)
    if (handler === undefined) return true
    try {
      return handler.canComplete(step, context)
    } catch (error) {
      return `The step type “${step.step_type}” could not say whether “${step.name}” is complete: ${told(error)}. Tell whoever looks after it.`
    }
  }
}
