import type { JsonValue, StepDefinition } from '../workflows/definition.ts'
import { isJsonObject, readJsonObject } from '../workflows/json-source.ts'

/** The bounds that a measured value has to keep. */
export interface Tolerance {
  readonly min: number | null
  readonly max: number | null
  readonly unit: string | null
}

/** One thing that a check looks at. */
export interface Criterion {
  readonly name: string
  /** What it should be, in the author's words; null: the name says it all. */
  readonly standard: string | null
  /** Where something is measured. */
  readonly tolerance: Tolerance | null
}

const numberIn = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null)

/** As a person reckons: 0.7 + 0.1 is 0.8. */
const exact = (value: number): number => Number(value.toPrecision(12))

/** `{min, max}`, or `{target, tolerance}`, in a unit: what is measured. */
function toleranceOf(value: JsonValue): Tolerance | null {
  if (!isJsonObject(value)) return null
  const target = numberIn(value['target'])
  const around = numberIn(value['tolerance']) ?? 0
  const min = numberIn(value['min']) ?? (target === null ? null : exact(target - around))
  const max = numberIn(value['max']) ?? (target === null ? null : exact(target + around))
  const unit = value['unit']
  return min === null && max === null ? null : { min, max, unit: typeof unit === 'string' ? unit : null }
}

/** A value as the author wrote it; one with parts as JSON. */
const inWords = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

function criterion(name: string, value: JsonValue): Criterion {
  const tolerance = toleranceOf(value)
  if (tolerance !== null) return { name, standard: null, tolerance }
  const words = isJsonObject(value)
    ? Object.entries(value).map(([key, one]) => `${key}: ${inWords(one)}`)
    : [inWords(value)]
  return { name, standard: words.join(', '), tolerance: null }
}

/** What the author of a check wants looked at, in the order of writing; empty where nothing is stated. */
export function criteriaOf({ condition_logic }: Pick<StepDefinition, 'condition_logic'>): readonly Criterion[] {
  if (condition_logic === null) return []
  const read = readJsonObject(condition_logic)
  const standards = read.ok ? read.value['quality_standards'] : undefined
  if (Array.isArray(standards))
    return (standards as readonly JsonValue[]).map(name => ({ name: inWords(name), standard: null, tolerance: null }))
  return isJsonObject(standards) ? Object.entries(standards).map(([name, value]) => criterion(name, value)) : []
}

/** Whether a measured value keeps its bounds. */
export const keepsTolerance = ({ min, max }: Tolerance, value: number): boolean =>
  (min === null || exact(value) >= min) && (max === null || exact(value) <= max)
