import { idKey, namesIn, outcomeIndex } from '@hidesync/domain/presets/local-ids'
import type {
  LocalId,
  Preset,
  PresetConnection,
  PresetOption,
  PresetStep,
  RequiredResource,
} from '@hidesync/domain/presets/preset'
import { conditionText } from './condition-text.ts'
import { sheetWords, type SheetWords } from './sheet-words.ts'
import { grouped } from './grouped.ts'

export interface SheetStep {
  /** As people count. */
  readonly number: number
  readonly step: PresetStep
  /** “15 min”. */
  readonly time: string | null
  /** What it needs, a line each. */
  readonly needs: readonly string[]
  /** What can be chosen, and where that leads. */
  readonly options: readonly string[]
  /** Where it goes on, if not simply with the step below. */
  readonly next: readonly string[]
}

/** A workflow as a sheet of paper for the bench tells it: everything in words and in order, however it is printed. */
export interface Sheet {
  readonly locale: string
  readonly words: SheetWords
  readonly title: string
  readonly description: string | null
  /** Difficulty, time and the like. */
  readonly facts: readonly string[]
  readonly lists: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly steps: readonly SheetStep[]
}

/** Minutes in the words of a language: “1 hr 30 min”. */
export function timeText(minutes: number, locale: string): string {
  const format = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value)
  const whole = Math.round(minutes * 10) / 10
  if (whole < 60) return format(whole, 'minute')
  const hours = Math.floor(whole / 60)
  const rest = Math.round(whole % 60)
  if (hours >= 48 && rest === 0 && hours % 24 === 0) return format(hours / 24, 'day')
  return rest === 0 ? format(hours, 'hour') : `${format(hours, 'hour')} ${format(rest, 'minute')}`
}

/** Never throws: a locale that the runtime does not know is read as English. */
const knownLocale = (locale: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function needText(
  need: Omit<RequiredResource, 'notes'> & { readonly notes: string | null },
  words: SheetWords,
  locale: string,
): string {
  const amount =
    need.quantity === null ? '' : new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(need.quantity)
  const unit = need.unit === null || (need.unit === 'piece' && amount !== '') ? '' : need.unit.replaceAll('_', ' ')
  const measure = [amount, unit].filter(part => part !== '').join(' ')
  const what = measure === '' ? need.name : `${measure} × ${need.name}`
  return `${what}${need.is_optional ? ` (${words.optional})` : ''}${need.notes === null ? '' : ` – ${need.notes}`}`
}

/** By their order, then by their place in the file. */
export const inOrder = (steps: readonly PresetStep[]): readonly PresetStep[] =>
  steps.toSorted((a, b) => a.display_order - b.display_order)

/** The workflow as a sheet. The language is that of its texts. */
export function sheetOf({ preset_info, workflow, required_resources }: Preset, localeOfTexts: string): Sheet {
  const locale = knownLocale(localeOfTexts)
  const words = sheetWords(locale)
  const steps = inOrder(workflow.steps)
  const numbers = new Map(steps.map((step, index) => [idKey(step.id), index + 1]))
  const called = (id: LocalId): string => {
    const number = numbers.get(idKey(id)) ?? 0
    return `${number}. ${steps[number - 1]?.name ?? idKey(id)}`
  }
  const optionText = (option: PresetOption): string => {
    const leads = namesIn(option.result_action).map(({ field, value }) => {
      if (field === 'goto_step') return called(value as LocalId)
      return workflow.outcomes[outcomeIndex(workflow.outcomes, value as LocalId) ?? -1]?.name ?? ''
    })
    return [option.option_text, ...leads].join(' → ')
  }
  const leaving = grouped(workflow.connections, ({ source_step }) => idKey(source_step))
  const connectionText = (connection: PresetConnection): string => {
    const target = called(connection.target_step)
    const { connection_type, condition, max_iterations, min_lag } = connection
    const reasons = [
      ...(condition === null ? [] : [`${words.if} ${conditionText(condition)}`]),
      ...(connection_type === 'fallback' ? [words.otherwise] : []),
      ...(connection_type === 'loop' ? [`${words.again}, ${words.at_most} ${max_iterations ?? 10} ×`] : []),
      ...(min_lag === null ? [] : [`${words.wait} ${timeText(min_lag, locale)}`]),
    ]
    return reasons.length === 0 ? target : `${target} (${reasons.join('; ')})`
  }
  const sheetStep = (step: PresetStep, index: number): SheetStep => {
    const ways = leaving.get(idKey(step.id)) ?? []
    const following = steps[index + 1]?.id
    const [only] = ways
    const simple =
      ways.length === 1 &&
      only !== undefined &&
      following !== undefined &&
      idKey(only.target_step) === idKey(following) &&
      only.condition === null &&
      only.min_lag === null
    return {
      number: index + 1,
      step,
      time: step.estimated_duration === null ? null : timeText(step.estimated_duration, locale),
      needs: step.resources.map(resource => needText(resource, words, locale)),
      options: step.decision_options.toSorted((a, b) => a.display_order - b.display_order).map(optionText),
      next: simple ? [] : ways.map(connectionText),
    }
  }
  const needs = (list: readonly RequiredResource[]) => list.map(need => needText(need, words, locale))
  const { difficulty, estimated_time, category, tags } = preset_info
  return {
    locale,
    words,
    title: preset_info.name,
    description: preset_info.description,
    facts: [
      ...(difficulty === null ? [] : [words.difficulty[difficulty]]),
      ...(estimated_time === null ? [] : [timeText(estimated_time, locale)]),
      `${steps.length} ${words.steps}`,
      ...(category === null ? [] : [category]),
      ...(tags.length === 0 ? [] : [tags.join(', ')]),
    ],
    lists: [
      { heading: words.materials, lines: needs(required_resources.materials) },
      { heading: words.tools, lines: needs(required_resources.tools) },
      { heading: words.documentation, lines: needs(required_resources.documentation) },
      {
        heading: words.outcomes,
        lines: workflow.outcomes.map(({ name, description }) =>
          description === null ? name : `${name} – ${description}`,
        ),
      },
      {
        heading: words.paths,
        lines: workflow.paths.map(path => `${path.name}: ${path.steps.map(({ step }) => called(step)).join(' → ')}`),
      },
    ].filter(({ lines }) => lines.length > 0),
    steps: steps.map(sheetStep),
  }
}
