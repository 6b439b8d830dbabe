import { idKey, namesIn, outcomeIndex } from '@hidesync/domain/presets/local-ids'
import type { LocalId, Preset, PresetConnection, PresetStep } from '@hidesync/domain/presets/preset'
import { conditionText } from './condition-text.ts'

/** Letters, digits and a few signs stay; everything else becomes a character code, so that no text is taken for syntax. */
const label = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ').trim()
  return `"${oneLine.replaceAll(/[^\p{L}\p{M}\p{N} .,:()+/-]/gu, sign => `#${sign.codePointAt(0)};`)}"`
}

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

function edgeText({ connection_type, condition, max_iterations, min_lag }: PresetConnection): string {
  return [
    ...(condition === null ? [] : [conditionText(condition)]),
    ...(connection_type === 'loop' ? [`↻ ≤ ${max_iterations ?? 10}`] : []),
    ...(connection_type === 'fallback' ? ['else'] : []),
    ...(min_lag === null ? [] : [`+${min_lag} min`]),
  ].join(', ')
}

const edge = (from: string, arrow: string, text: string, to: string): string =>
  `  ${from} ${arrow}${text === '' ? '' : `|${label(text)}|`} ${to}`

/** The graph as a Mermaid flowchart. */
export function writeMermaid({ preset_info, workflow }: Preset): string {
  const places = new Map(workflow.steps.map((step, index) => [idKey(step.id), `s${index + 1}`]))
  const node = (id: LocalId): string => places.get(idKey(id)) ?? 's0'
  const nodeLine = (step: PresetStep): string => {
    const [open, close] = shapes[step.step_type] ?? ['[', ']']
    return `  ${node(step.id)}${open}${label(step.name)}${close}`
  }
  const reached = new Set<number>()
  const optionLines = workflow.steps.flatMap(step =>
    step.decision_options.flatMap(option =>
      namesIn(option.result_action).flatMap(({ field, value }) => {
        if (field === 'goto_step') return [edge(node(step.id), '-->', option.option_text, node(value as LocalId))]
        const index = outcomeIndex(workflow.outcomes, value as LocalId)
        if (index === undefined) return []
        reached.add(index)
        return [edge(node(step.id), '-->', option.option_text, `o${index + 1}`)]
      }),
    ),
  )
  const drawn = new Set(
    workflow.steps.flatMap(step =>
      step.decision_options.flatMap(option =>
        namesIn(option.result_action)
          .filter(({ field }) => field === 'goto_step')
          .map(({ value }) => `${node(step.id)} ${node(value as LocalId)}`),
      ),
    ),
  )
  // The way that an option names is drawn with the option's words, and not a second time without.
  const connectionLines = workflow.connections
    .filter(({ source_step, target_step }) => !drawn.has(`${node(source_step)} ${node(target_step)}`))
    .map(connection =>
      edge(
        node(connection.source_step),
        arrows[connection.connection_type] ?? '-->',
        edgeText(connection),
        node(connection.target_step),
      ),
    )
  return [
    '---',
    `title: ${JSON.stringify(preset_info.name.replaceAll(/[^\p{L}\p{M}\p{N} .,()+/-]/gu, ' '))}`,
    '---',
    'flowchart TD',
    ...workflow.steps.map(nodeLine),
    ...workflow.outcomes.flatMap((outcome, index) =>
      reached.has(index) ? [`  o${index + 1}([${label(outcome.name)}])`] : [],
    ),
    ...connectionLines,
    ...optionLines,
    '',
  ].join('\n')
}
