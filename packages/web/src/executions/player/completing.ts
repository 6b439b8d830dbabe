import type { ExecutionState } from '@hidesync/domain/executions/state'
import { mustAcknowledge } from '@hidesync/domain/step-types/acknowledge'
import { criteriaOf } from '@hidesync/domain/step-types/criteria'
import type { CompiledStep } from '@hidesync/domain/workflows/compile'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import type { Preferences } from '../../app/preferences.ts'
import { missingField, type FormField } from './forms/form-fields.ts'
import { timeLeft } from './time-left.ts'

/** What keeps a step from being completed; the part of the page with `data-blocker` of this name can lift it. */
export type Blocker = 'acknowledge' | 'choice' | 'verdict' | 'criteria' | 'form'

/** What has been answered on the way to completing a step. */
export interface Answers {
  /** Finished before its time was up. */
  readonly early?: { readonly reason: string | null }
  readonly verdict?: 'pass' | 'fail'
  /** Why a check counts as passed although something in it failed. */
  readonly accepted?: string | null
  /** What was used; null: that is recorded later. */
  readonly usage?: JsonObject | null
}

/** What has to be answered before a step is completed. */
export type Question =
  | { readonly type: 'early'; readonly minutesLeft: number; readonly answers: Answers }
  | { readonly type: 'failed_check'; readonly failed: readonly string[]; readonly answers: Answers }
  | { readonly type: 'usage'; readonly answers: Answers }

/** A step under way, with what was filled in for it. */
export interface Completing {
  readonly step: CompiledStep
  readonly state: ExecutionState
  readonly values: JsonObject
  readonly fields: readonly FormField[]
  readonly choice: number | null
  readonly usage: Preferences['player']['usage']
  readonly now: number
}

const minute = 60_000

/** The names of a check's criteria that were answered so. */
export function criteriaWith(values: JsonObject, result: 'pass' | 'fail' | 'not_applicable'): readonly string[] {
  const { criteria } = values
  return isJsonObject(criteria) ? Object.keys(criteria).filter(name => criteria[name] === result) : []
}

export function blockerOf({ step, values, fields, choice }: Completing, answers: Answers): Blocker | null {
  if (mustAcknowledge(step.definition) && values['acknowledged'] !== true) return 'acknowledge'
  if (step.kind === 'decision') return choice === null ? 'choice' : null
  if (missingField(fields, values) !== undefined) return 'form'
  if (step.kind !== 'quality_check' || answers.verdict !== undefined) return null
  const criteria = criteriaOf(step.definition)
  if (criteria.length === 0) return 'verdict'
  const results = isJsonObject(values['criteria']) ? values['criteria'] : {}
  return criteria.every(({ name }) => results[name] !== undefined) ? null : 'criteria'
}

/** Whether the step says of a material that it uses it up. */
export const usesMaterial = ({ definition }: CompiledStep): boolean =>
  definition.resources.some(({ resource_type, name }) => resource_type === 'material' && name !== null)

export function questionOf(completing: Completing, answers: Answers): Question | null {
  const { step, state, values, usage, now } = completing
  const failed = criteriaWith(values, 'fail')
  if (step.kind === 'quality_check' && failed.length > 0 && answers.verdict === undefined)
    return { type: 'failed_check', failed, answers }
  const left = step.kind === 'time' ? timeLeft(state, step.id, step.duration, now) : 0
  if (left > 0 && answers.early === undefined) return { type: 'early', minutesLeft: left / minute, answers }
  if (usage !== 'off' && answers.usage === undefined && usesMaterial(step)) return { type: 'usage', answers }
  return null
}

/** What is sent with the step: what was filled in, and the verdict. */
export function dataOf({ step, values }: Completing, { verdict, accepted }: Answers): JsonObject {
  return {
    ...values,
    ...(step.kind === 'quality_check' ? { verdict: verdict ?? 'pass' } : {}),
    ...(accepted ? { accepted_because: accepted } : {}),
  }
}
