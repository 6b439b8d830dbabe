import { resourceLine } from '../../workflows/resources.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { plural, sayClock, sayMinutes, sayNumber, sayTime, titleOf } from '../../terminal/words.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { endingOf } from '../describe-execution.ts'
import { statusWords } from '../describe-path.ts'
import { progressLines } from '../progress-bar.ts'
import { elsewhere, type Scene } from './scene.ts'
import type { SceneStep } from './scene-step.ts'

const bullets = (width: number, texts: readonly string[]): string[] => texts.flatMap(text => wrap(text, width, '  • '))

/** A block with a heading, or nothing. */
const block = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines, '']

export function tipLines({ width, plain, style }: Terminal, step: SceneStep): string[] {
  const { tips } = step.compiled.definition
  return block(style.strong(plain ? 'Tips:' : '💡 Tips:'), bullets(width, tips))
}

export function warningLines({ width, plain, style }: Terminal, step: SceneStep): string[] {
  const { warnings } = step.compiled.definition
  return block(style.warning(plain ? 'Important:' : '⚠️  Important:'), bullets(width, warnings).map(style.warning))
}

export function needLines({ width, style }: Terminal, step: SceneStep): string[] {
  const lines = step.compiled.definition.resources.flatMap(resource => [
    ...wrap(resourceLine(resource), width, '  • '),
    ...(resource.notes !== null && resource.name !== null ? wrap(`Note: ${resource.notes}`, width, '    ') : []),
  ])
  return block(style.strong('You need:'), lines)
}

const durationLine = (minutes: number): string => `Duration: ~${sayNumber(minutes)} minutes`

/** How much time a step still takes: of its timer, of its waiting, or as estimated. */
export function timeLine({ status, until, compiled }: SceneStep, at: number): string | null {
  const { kind, definition } = compiled
  if (until !== null && status === 'pending') return `It has to wait for another ${sayMinutes((until - at) / 60_000)}.`
  if (until !== null) return `Time left: ${sayClock(until - at)}`
  if (kind === 'time' && status === 'active') return 'Its time is over.'
  return definition.estimated_duration === null ? null : durationLine(definition.estimated_duration)
}

function deadlineLines({ width, style }: Terminal, { deadline }: SceneStep, at: number): string[] {
  if (deadline === null) return []
  const time = sayTime(new Date(deadline).toISOString())
  const text =
    deadline < at ? `It was to be done by ${time}.` : `Be done by ${time}, in ${sayMinutes((deadline - at) / 60_000)}.`
  return wrap(text, width).map(style.warning)
}

function headLines(terminal: Terminal, scene: Scene, step: SceneStep): string[] {
  const { width, style } = terminal
  const { definition } = step.compiled
  const pass = scene.state.iterations[String(step.id)] ?? 1
  const facts = [
    `Step ${step.number} of ${scene.steps.length}`,
    ...(step.status === 'active' ? [] : [statusWords[step.status]]),
    ...(pass > 1 ? [`pass ${pass}`] : []),
    ...(definition.is_milestone ? ['milestone'] : []),
  ]
  const duration = definition.estimated_duration === null ? [] : [durationLine(definition.estimated_duration)]
  const left = timeLine(step, scene.at)
  return [
    ...wrap(`=== ${step.name} ===`, width).map(style.strong),
    `Type: ${titleOf(definition.step_type)}`,
    ...duration,
    ...(left === null || left === duration[0] ? [] : [left]),
    ...deadlineLines(terminal, step, scene.at),
    style.quiet(facts.join(' · ')),
    '',
  ]
}

/** The other places where work is open, each with the time it still takes. */
export function elsewhereLines({ width, style }: Terminal, scene: Scene): string[] {
  const lines = elsewhere(scene).flatMap(step => {
    const time = step.until === null ? null : timeLine(step, scene.at)
    return wrap(`Step ${step.number}, ${step.name} (${time ?? statusWords[step.status]})`, width, '  • ')
  })
  return block(style.strong('Elsewhere:'), lines)
}

export function actionLines({ width, style }: Terminal, { actions }: Scene): string[] {
  const room = String(actions.length).length
  return [
    style.strong('You can:'),
    ...actions.flatMap(({ label }, index) => wrap(label, width, `  ${String(index + 1).padStart(room)}. `)),
    ...wrap('Or say: look, more, tips, what do I need, how long, steps, history, help, quit', width).map(style.quiet),
  ]
}

/** What can be known of the step in view: warnings first, then what to do, what it takes, and advice. */
export function stepLines(terminal: Terminal, scene: Scene): string[] {
  const { step } = scene
  const { width, style } = terminal
  if (step === null) return [style.strong('No step is in view.'), '']
  const { description, instructions } = step.compiled.definition
  return [
    ...headLines(terminal, scene, step),
    ...warningLines(terminal, step),
    ...(description ? [...wrapProse(description, width), ''] : []),
    ...(instructions ? [style.strong('Instructions:'), ...wrapProse(instructions, width), ''] : []),
    ...needLines(terminal, step),
    ...tipLines(terminal, step),
  ]
}

/** The whole scene as text. */
export function renderScene(terminal: Terminal, scene: Scene): string {
  const ending = endingOf(scene.execution)
  return [
    '',
    ...stepLines(terminal, scene),
    ...elsewhereLines(terminal, scene),
    ...progressLines(terminal, scene.execution.progress),
    '',
    ...(ending === null ? [] : [...wrap(ending, terminal.width), '']),
    ...actionLines(terminal, scene),
  ].join('\n')
}

/** What a run came to, when it is over. */
export function renderEnd(terminal: Terminal, { execution, workflow }: Scene): string {
  const { width, style } = terminal
  const outcome = workflow.definition.outcomes.find(({ id }) => id === execution.selected_outcome_id)
  const took = execution.total_duration === null ? '' : ` in ${sayMinutes(execution.total_duration)}`
  const { completed_steps } = execution.progress
  return [
    '',
    ...wrap(`=== ${execution.workflow_name} ===`, width).map(style.strong),
    ...wrap(endingOf(execution) ?? '', width),
    ...(execution.status === 'completed' && outcome !== undefined ? wrap(`You made: ${outcome.name}`, width) : []),
    ...(execution.status === 'completed' && outcome?.description ? wrap(outcome.description, width) : []),
    `${plural(completed_steps, 'step')} done${took}.`,
    '',
    ...progressLines(terminal, execution.progress),
  ].join('\n')
}
