import type { StepStatus } from '@hidesync/domain/executions/state'
import { stepStatus } from '@hidesync/domain/executions/view'
import { nameOf, numberOf, type Run } from '@hidesync/domain/navigation/run'
import { cutTo, displayWidth } from '../../../terminal/display-width.ts'
import type { Terminal } from '../../../terminal/terminal.ts'
import { wrap } from '../../../terminal/wrap.ts'
import { playTexts } from '../texts/texts-in.ts'
import { foldAround } from './fold.ts'
import { layOut, type MapRow } from './layout.ts'
import { markWay } from './say-way.ts'

const marks: Readonly<Record<StepStatus, string>> = {
  pending: '·',
  ready: '○',
  active: '▶',
  completed: '✓',
  skipped: '–',
  failed: '!',
  dead: '×',
}

/** Less room than this for words, and lanes have to give way. */
const leastWords = 12

/** The lanes of a row in the room that there is; one that lies beyond it stands at the edge. */
function lanesOf({ lines, lane, step }: MapRow, mark: string, width: number): string {
  const most = Math.max(1, width - leastWords)
  const cells = Array.from(lines.slice(0, most))
  if (step !== null) cells[Math.min(2 * lane, most - 1)] = mark
  return cells.join('')
}

function drawRow(terminal: Pick<Terminal, 'width' | 'style'>, run: Run, row: MapRow): string {
  const { width, style } = terminal
  const { step, way } = row
  if (step === null) {
    const lanes = lanesOf(row, '', width)
    if (way === null) return style.quiet(lanes)
    return style.quiet(`${lanes} ${cutTo(markWay(run, way), width - displayWidth(lanes) - 1)}`)
  }
  const { map } = playTexts(run.language)
  const status = stepStatus(run.workflow, run.state, step.id, run.at)
  const isHere = run.state.current_step_id === step.id
  const lanes = lanesOf(row, marks[status], width)
  const room = width - displayWidth(lanes) - 1
  const named = `${numberOf(run, step.id)} ${nameOf(run, step.id)}`
  if (!isHere) {
    const text = `${lanes} ${cutTo(named, room)}`
    return status === 'dead' || status === 'skipped' ? style.quiet(text) : text
  }
  const here = ` ◄ ${map.here}`
  const short = displayWidth(here) + 10 > room ? ' ◄' : here
  return `${lanes} ${style.strong(cutTo(named, room - displayWidth(short)) + short)}`
}

/**
 * The workflow as a drawing: a step a line, lanes for what goes on side by side, what can be chosen and where it leads. `room`: how many
 * lines of it there may be, the step in view among them; null: all.
 */
export function drawMap(terminal: Pick<Terminal, 'width' | 'style'>, run: Run, room: number | null): string[] {
  const { map } = playTexts(run.language)
  const { rows, before, after } = foldAround(layOut(run.workflow, run.state.variables), run.state.current_step_id, room)
  const { width, style } = terminal
  const fold = (text: string): string => style.quiet(cutTo(`⋮ ${text}`, width))
  return [
    ...wrap(map.title(run.workflow_name, run.workflow.steps.length), width).map(style.strong),
    ...(before > 0 ? [fold(map.before(before))] : []),
    ...rows.map(row => drawRow(terminal, run, row)),
    ...(after > 0 ? [fold(map.after(after))] : []),
    ...wrap(map.legend, width).map(style.quiet),
  ]
}
