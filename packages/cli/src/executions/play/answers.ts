import type { HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import type { Terminal } from '../../terminal/terminal.ts'
import { sayMinutes } from '../../terminal/words.ts'
import { wrap, wrapProse } from '../../terminal/wrap.ts'
import { pathEntries, pathLines } from '../describe-path.ts'
import { historyLines } from '../history.ts'
import { progressLines } from '../progress-bar.ts'
import { elsewhereLines, needLines, timeLine, tipLines, warningLines } from './render-scene.ts'
import type { Scene } from './scene.ts'
import type { Verb } from './vocabulary.ts'

const helpLines: readonly (readonly [string, string])[] = [
  ['a number', 'what the list offers under it'],
  ['done', 'finish the step (also: complete)'],
  ['choose 2', 'take an option, by its number or its words'],
  ['next, back', 'go to the next open step; look at the one before'],
  ['goto 5', 'go to a step, by its number or name'],
  ['skip, fail', 'leave a step out; say that it went wrong (and why)'],
  ['note …', 'keep a remark with the step'],
  ['wait', 'watch the time run down'],
  ['undo', 'take back the last thing, as often as you like'],
  ['pause, resume', 'stop the clock and let it run again'],
  ['cancel', 'end the run for good'],
  ['look, more, tips', 'read the step again; its details; tips and warnings'],
  ['what do I need', 'materials and tools of the step'],
  ['how long, progress', 'the time still needed; how far you are'],
  ['where am I, steps', 'the step in view; all steps'],
  ['history', 'what was done so far'],
  ['quit', 'leave; the run stays where it is'],
]

const trimmed = (lines: readonly string[], nothing: string): string =>
  lines.length === 0 ? nothing : lines.join('\n').trimEnd()

function remaining(terminal: Terminal, scene: Scene): string {
  const { step, execution, at } = scene
  const { estimated_remaining_time, remaining_range, elapsed_time } = execution.progress
  const here = step === null ? null : timeLine(step, at)
  const most = remaining_range.p90 > remaining_range.p50 ? `, ${sayMinutes(remaining_range.p90)} if it goes slowly` : ''
  return [
    ...(here === null ? [] : wrap(`This step: ${here}`, terminal.width)),
    ...wrap(
      `The whole run: about ${sayMinutes(estimated_remaining_time)} still${most}. So far: ${sayMinutes(elapsed_time)}.`,
      terminal.width,
    ),
    ...elsewhereLines(terminal, scene),
  ]
    .join('\n')
    .trimEnd()
}

function whereAmI(terminal: Terminal, scene: Scene): string {
  const { step, execution, steps } = scene
  const place = step === null ? 'no step is in view' : `step ${step.number} of ${steps.length}, “${step.name}”`
  const lines = wrap(
    `You are in “${execution.workflow_name}” (run ${execution.id}, ${execution.status}): ${place}.`,
    terminal.width,
  )
  return [...lines, ...elsewhereLines(terminal, scene)].join('\n').trimEnd()
}

function allSteps(terminal: Terminal, { workflow, state, at }: Scene): string {
  return pathLines(terminal, pathEntries(workflow, state, at)).join('\n')
}

type Answer = (terminal: Terminal, scene: Scene) => string

const answers: Partial<Record<Verb, Answer>> = {
  more: ({ width }, { step }) => {
    const details = step?.compiled.definition.detailed_instructions
    return details ? wrapProse(details, width).join('\n') : 'There is no more to say about this step.'
  },
  tips: (terminal, { step }) => {
    const lines = step === null ? [] : [...warningLines(terminal, step), ...tipLines(terminal, step)]
    return trimmed(lines, 'There are no tips for this step.')
  },
  needs: (terminal, { step }) =>
    trimmed(step === null ? [] : needLines(terminal, step), 'You need nothing in particular for this step.'),
  time: remaining,
  progress: (terminal, { execution }) => progressLines(terminal, execution.progress).join('\n'),
  where: whereAmI,
  steps: allSteps,
  help: ({ width }) => helpLines.flatMap(([say, does]) => wrap(does, width, `  ${say.padEnd(19)} `)).join('\n'),
}

/** Answers a verb that only asks for something to read and needs nothing but the scene. */
export function answerTo(verb: Verb, terminal: Terminal, scene: Scene): string {
  return answers[verb]?.(terminal, scene) ?? 'There is no question open.'
}

export function answerHistory(terminal: Terminal, newestFirst: readonly HistoryEntry[]): string {
  return trimmed(historyLines(terminal, newestFirst), 'Nothing was done yet.')
}
