import type { Preset, PresetPath, PresetStep, RequiredResource } from '@hidesync/domain/presets/preset'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { ConnectionDefinition, StepDefinition } from '@hidesync/domain/workflows/definition'
import { amountText, knownLocale, timeText } from './amount-text.ts'
import { compiledPreset, connectionTaken } from './compiled-preset.ts'
import { conditionText } from './condition-text.ts'
import { grouped } from './grouped.ts'
import { sheetWords, type SheetWords } from './sheet-words.ts'

export interface SheetStep {
  /** As people count. */
  readonly number: number
  readonly step: StepDefinition
  /** “15 min”. */
  readonly time: string | null
  /** What it needs, a line each. */
  readonly needs: readonly string[]
  /** What can be chosen, and where that leads. */
  readonly options: readonly string[]
  /** Where it goes on, if neither simply with the step below nor as the options say. */
  readonly next: readonly string[]
}

interface SheetList {
  readonly heading: string
  readonly lines: readonly string[]
  /** Things to gather and to tick off. */
  readonly is_checklist: boolean
}

/** A workflow as a sheet of paper for the bench tells it: everything in words and in order, however it is printed. */
export interface Sheet {
  readonly locale: string
  readonly words: SheetWords
  readonly title: string
  readonly description: string | null
  /** Difficulty, time and the like. */
  readonly facts: readonly string[]
  readonly lists: readonly SheetList[]
  readonly steps: readonly SheetStep[]
}

/** By their order, then by their place in the file. */
export const inOrder = (steps: readonly PresetStep[]): readonly PresetStep[] =>
  steps.toSorted((a, b) => a.display_order - b.display_order)

type Need = Omit<RequiredResource, 'name'> & { readonly name: string | null }

/** The steps of a workflow in the words of a language. */
class StepWords {
  readonly #workflow: CompiledWorkflow
  readonly #words: SheetWords
  readonly #locale: string
  readonly #leaving: ReadonlyMap<string, readonly ConnectionDefinition[]>

  constructor(workflow: CompiledWorkflow, words: SheetWords, locale: string) {
    this.#workflow = workflow
    this.#words = words
    this.#locale = locale
    this.#leaving = grouped(workflow.definition.connections, ({ source_step_id }) => String(source_step_id))
  }

  /** A step by its number and name; `id` is the definition's. */
  called(id: number): string {
    const step = this.#workflow.compiledStep(id)
    return step === undefined ? '' : `${step.index + 1}. ${step.definition.name}`
  }

  need({ name, quantity, unit, is_optional, notes }: Need): string {
    const what = [amountText(quantity, unit, this.#locale), name ?? ''].filter(part => part !== '').join(' ')
    return `${what}${is_optional ? ` (${this.#words.optional})` : ''}${notes === null ? '' : ` – ${notes}`}`
  }

  step(step: CompiledStep): SheetStep {
    const { definition, options } = step
    const leaving = this.#leaving.get(String(step.id)) ?? []
    const taken = new Set(options.map(option => connectionTaken(this.#workflow, step, option)))
    const ways = leaving.filter(({ id }) => !taken.has(id))
    const below = this.#workflow.steps[step.index + 1]?.id
    const [only] = ways
    const goesOn = ways.length === 1 && only?.target_step_id === below && only?.condition === null
    const isSimple = options.length === 0 && goesOn && only?.min_lag === null
    return {
      number: step.index + 1,
      step: definition,
      time: definition.estimated_duration === null ? null : timeText(definition.estimated_duration, this.#locale),
      needs: definition.resources.map(resource => this.need(resource)),
      options: options.map(option => this.#option(step, option)),
      next: isSimple ? [] : ways.map(connection => this.#way(connection)),
    }
  }

  #option(step: CompiledStep, option: CompiledOption): string {
    const { action, definition } = option
    const id = connectionTaken(this.#workflow, step, option)
    const connection = this.#leaving.get(String(step.id))?.find(one => one.id === id)
    const target = connection?.target_step_id ?? action.goto_step
    const outcome = this.#workflow.definition.outcomes.find(one => one.id === action.complete_with_outcome)
    const leads = [target === null ? '' : this.called(target), outcome?.name ?? '']
    return [definition.option_text, ...leads.filter(lead => lead !== '')].join(' → ')
  }

  #way({ target_step_id, connection_type, condition, max_iterations, min_lag }: ConnectionDefinition): string {
    const words = this.#words
    const reasons = [
      ...(condition === null ? [] : [`${words.if} ${conditionText(condition)}`]),
      ...(connection_type === 'fallback' ? [words.otherwise] : []),
      ...(connection_type === 'loop' ? [`${words.again}, ${words.at_most} ${max_iterations ?? 10} ×`] : []),
      ...(min_lag === null ? [] : [`${words.wait} ${timeText(min_lag, this.#locale)}`]),
    ]
    const target = this.called(target_step_id)
    return reasons.length === 0 ? target : `${target} (${reasons.join('; ')})`
  }
}

/** A way by the numbers of its steps; those that may be left out in brackets. */
function pathText({ name, description, steps }: PresetPath, numberOf: (id: string) => number): string {
  const numbers = steps.map(({ step, is_optional }) => {
    const number = numberOf(String(step))
    return is_optional ? `(${number})` : String(number)
  })
  return `${name}: ${numbers.join(' → ')}${description === null ? '' : ` – ${description}`}`
}

/** The workflow as a sheet. The language is that of its texts. */
export function sheetOf(preset: Preset, localeOfTexts: string): Sheet {
  const { preset_info, workflow, required_resources } = preset
  const locale = knownLocale(localeOfTexts)
  const words = sheetWords(locale)
  const compiled = compiledPreset(preset)
  const stepWords = new StepWords(compiled, words, locale)
  const places = new Map(workflow.steps.map(({ id }, index) => [String(id), index + 1]))
  const numberOf = (id: string) => (compiled.compiledStep(places.get(id) ?? null)?.index ?? 0) + 1
  const checklist = (heading: string, needs: readonly RequiredResource[]): SheetList => ({
    heading,
    lines: needs.map(need => stepWords.need(need)),
    is_checklist: true,
  })
  const { difficulty, estimated_time, category, tags } = preset_info
  const count = workflow.steps.length
  return {
    locale,
    words,
    title: preset_info.name,
    description: preset_info.description,
    facts: [
      ...(difficulty === null ? [] : [words.difficulty[difficulty]]),
      ...(estimated_time === null ? [] : [timeText(estimated_time, locale)]),
      `${count} ${count === 1 ? words.step : words.several_steps}`,
      ...(category === null ? [] : [category]),
      ...(tags.length === 0 ? [] : [tags.join(', ')]),
    ],
    lists: [
      checklist(words.materials, required_resources.materials),
      checklist(words.tools, required_resources.tools),
      checklist(words.documentation, required_resources.documentation),
      {
        heading: words.outcomes,
        lines: workflow.outcomes.map(({ name, description }) =>
          description === null ? name : `${name} – ${description}`,
        ),
        is_checklist: false,
      },
      { heading: words.paths, lines: workflow.paths.map(path => pathText(path, numberOf)), is_checklist: false },
    ].filter(({ lines }) => lines.length > 0),
    steps: compiled.steps.map(step => stepWords.step(step)),
  }
}
