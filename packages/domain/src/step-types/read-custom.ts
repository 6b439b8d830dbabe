import { builtInStepTypes, type StepDefinition } from '../workflows/definition.ts'
import { isJsonObject } from '../workflows/json-source.ts'
import { isStepData } from './step-data.ts'
import type { CustomStepType, StepContext } from './step-type.ts'

export type ReadCustom =
  { readonly ok: true; readonly type: CustomStepType } | { readonly ok: false; readonly problem: string }

const fail = (problem: string): ReadCustom => ({ ok: false, problem })
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const severities = ['error', 'warning', 'hint']

/** A step on which a handler is tried. */
const trialStep = (code: string): StepDefinition => ({
  id: 1,
  name: 'Trial',
  description: null,
  instructions: 'Look at it.',
  detailed_instructions: null,
  step_type: code,
  display_order: 1,
  estimated_duration: null,
  parent_step_id: null,
  is_milestone: false,
  is_decision_point: false,
  is_outcome: false,
  outcome_id: null,
  condition_logic: null,
  ui_position_x: null,
  ui_position_y: null,
  tips: [],
  warnings: [],
  scales_with_quantity: false,
  resources: [],
  decision_options: [],
})

const trialContext: StepContext = {
  execution_id: null,
  workflow_id: null,
  execution_data: {},
  quantity: 1,
  decision_made: false,
  data: {},
  locale: 'en',
}

function textsProblem(texts: unknown): string | null {
  if (!isJsonObject(texts) || !Object.hasOwn(texts, 'en'))
    return '“texts” has to name the type in English at least: texts.en'
  for (const [locale, text] of Object.entries(texts))
    if (!isJsonObject(text) || !isText(text['display_text'])) return `“texts.${locale}” has no display_text`
  return null
}

function keysProblem(code: string, keys: unknown): string | null {
  if (!Array.isArray(keys) || !keys.every(isText)) return '“dataKeys” has to be a list of names'
  const foreign = keys.find(key => !isStepData(code, key))
  return foreign === undefined
    ? null
    : `the data key “${foreign}” has to begin with “${code}_”, or be quality_standards, step_data or handler_data`
}

/** Whether the functions give what they should, tried on a plain step. */
function trialProblem(type: CustomStepType): string | null {
  const step = trialStep(type.code)
  const problems: unknown = type.validate(step)
  if (!Array.isArray(problems)) return 'validate() has to give a list of problems'
  for (const problem of problems as unknown[]) {
    const fits =
      isJsonObject(problem) &&
      isText(problem['field']) &&
      isText(problem['message']) &&
      severities.some(severity => severity === problem['severity'])
    if (!fits) return 'validate() has to give problems of the form {field, message, severity: error, warning or hint}'
  }
  const guidance: unknown = type.guidance(step, trialContext)
  if (
    !isJsonObject(guidance) ||
    typeof guidance['primary_guidance'] !== 'string' ||
    !Array.isArray(guidance['tips']) ||
    !Array.isArray(guidance['warnings'])
  )
    return 'guidance() has to give {primary_guidance, tips, warnings}'
  const verdict: unknown = type.canComplete(step, trialContext)
  return verdict === true || isText(verdict) ? null : 'canComplete() has to give true, or the reason why not as a text'
}

/** Takes what a module brings for a step type, or says in one sentence part what is wrong with it. */
export function readCustomStepType(value: unknown): ReadCustom {
  if (typeof value !== 'object' || value === null) return fail('it is no object')
  const type = value as CustomStepType
  const { code } = type
  if (!isText(code) || !/^[a-z][a-z0-9_]{0,63}$/.test(code))
    return fail('“code” has to be a name of small letters, digits and underscores, such as “inspection”')
  if ((builtInStepTypes as readonly string[]).includes(code)) return fail(`the code “${code}” is one of the system’s`)
  if (!isText(type.icon)) return fail('“icon” has to name an icon')
  if (!isJsonObject(type.form) || type.form['type'] !== 'object')
    return fail('“form” has to be a JSON Schema of the type “object”')
  for (const name of ['validate', 'guidance', 'canComplete'] as const)
    if (typeof type[name] !== 'function') return fail(`“${name}” has to be a function`)
  const problem = textsProblem(type.texts) ?? keysProblem(code, type.dataKeys)
  if (problem !== null) return fail(problem)
  try {
    const tried = trialProblem(type)
    return tried === null ? { ok: true, type } : fail(tried)
  } catch (error) {
    return fail(`it failed when tried on a plain step: ${error instanceof Error ? error.message : String(error)}`)
  }
}
