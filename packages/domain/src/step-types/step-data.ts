import { builtInStepTypes } from '../workflows/definition.ts'

/** Where any step may keep data in its `condition_logic`. */
const shared: ReadonlySet<string> = new Set(['quality_standards', 'step_data', 'handler_data'])
const builtIn: ReadonlySet<string> = new Set(builtInStepTypes)

/**
 * Whether a key of a step's `condition_logic` holds data and is no condition: `quality_standards`, `step_data` and `handler_data`
 * for every type, and for a custom one the keys that begin with its code, such as `inspection_checklist`. It follows from the
 * names alone, so that the engine means the same wherever it runs.
 */
export const isStepData = (stepType: string, key: string): boolean =>
  shared.has(key) || (!builtIn.has(stepType) && key.startsWith(`${stepType}_`))

/** The keys of a type that are data, as a condition's parser asks for them. */
export const stepDataKeys = (stepType: string): { readonly has: (key: string) => boolean } =>
  builtIn.has(stepType) ? shared : { has: key => isStepData(stepType, key) }
