import type { Preset } from '@hidesync/domain/presets/preset'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { ConnectionDefinition, StepDefinition } from '@hidesync/domain/workflows/definition'
import { knownLocale, timeText } from './amount-text.ts'
import { compiledPreset, connectionTaken } from './compiled-preset.ts'
import { conditionText } from './condition-text.ts'
import { sheetWords } from './sheet-words.ts'

/** Letters, digits and a few signs stay; everything else becomes a character code, so that no text is taken for syntax. */
const label = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ').trim()
  return `"${oneLine.replaceAll(/[^\p{L}\p{M}\p{N} .,:()+/-]/gu, sign => `#${sign.codePointAt(0)};`)}"`
}

/** As YAML, in which Mermaid reads it: every sign that could mean something, to whichever of the two, by its code. */
const title = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{M}\p{N} .,()+/-]/gu, sign =>
    Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at))
      .map(unit => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )}"`

/** The outline of a step says what kind it is. */
const shapes: Readonly<Record<string, readonly [string, string]>> = {
  decision: ['{', '}'],
  quality_check: ['{{', '}}'],
  time: ['[/', '/]'],
  milestone: ['[[', ']]'],
  outcome: ['([', '])'],
  documentation: ['[/', '\\]'],
}

const arrows: Readonly<Record<string, string>> = { parallel: '==>', loop: '-.->', fallback: '-.->' }

const node = (id: number): string => `s${id}`
const nodeLine = ({ id, name, step_type }: StepDefinition): string => {
  const [open, close] = shapes[step_type] ?? ['[', ']']
  return `  ${node(id)}${open}${label(name)}${close}`
}
const edge = (from: number, arrow: string, text: string, to: string): string =>
  `  ${node(from)} ${arrow}${text === '' ? '' : `|${label(text)}|`} ${to}`

/** The connections of a workflow as edges, and the ways that options open without one. */
class Edges {
  readonly #workflow: CompiledWorkflow
  readonly #locale: string
  /** The outcomes that options end with. */
  readonly ends = new Set<number>()

  constructor(workflow: CompiledWorkflow, locale: string) {
    this.#workflow = workflow
    this.#locale = locale
  }

  lines(): readonly string[] {
    const { connections } = this.#workflow.definition
    const chosen = new Map<number, string[]>()
    const others = this.#workflow.steps.flatMap(step => this.#ofOptions(step, chosen))
    // Without any connection the steps follow each other in their order.
    const all = connections.length > 0 ? connections : this.#workflow.connections.map(({ definition }) => definition)
    return [...all.map(connection => this.#ofConnection(connection, chosen.get(connection.id) ?? [])), ...others]
  }

  #ofOptions(step: CompiledStep, chosen: Map<number, string[]>): readonly string[] {
    return step.options.flatMap(option => {
      const { action, definition } = option
      const taken = connectionTaken(this.#workflow, step, option)
      if (taken !== null) chosen.set(taken, [...(chosen.get(taken) ?? []), definition.option_text])
      else if (action.goto_step !== null) return [edge(step.id, '-->', definition.option_text, node(action.goto_step))]
      else if (action.complete_with_outcome !== null) {
        this.ends.add(action.complete_with_outcome)
        return [edge(step.id, '-->', definition.option_text, `o${action.complete_with_outcome}`)]
      }
      return []
    })
  }

  #ofConnection(connection: ConnectionDefinition, chosen: readonly string[]): string {
    const { source_step_id, target_step_id, connection_type, condition, max_iterations, min_lag } = connection
    const asked = condition === null ? [] : [conditionText(condition)]
    const texts = [
      ...(chosen.length > 0 ? chosen : asked),
      ...(connection_type === 'loop' ? [`↻ ≤ ${max_iterations ?? 10}`] : []),
      ...(connection_type === 'fallback' ? [sheetWords(this.#locale).otherwise] : []),
      ...(min_lag === null ? [] : [`+${timeText(min_lag, this.#locale)}`]),
    ]
    return edge(source_step_id, arrows[connection_type] ?? '-->', texts.join(', '), node(target_step_id))
  }
}

/** The graph as a Mermaid flowchart. */
export function writeMermaid(preset: Preset, localeOfTexts: string): string {
  const workflow = compiledPreset(preset)
  const { steps, outcomes } = workflow.definition
  const edges = new Edges(workflow, knownLocale(localeOfTexts))
  const lines = edges.lines()
  return [
    '---',
    `title: ${title(preset.preset_info.name)}`,
    '---',
    'flowchart TD',
    ...steps.map(nodeLine),
    ...outcomes.flatMap(({ id, name }) => (edges.ends.has(id) ? [`  o${id}([${label(name)}])`] : [])),
    ...lines,
    '',
  ].join('\n')
}
