import { stepStatus } from '@hidesync/domain/executions/view'
import { nameOf, numberOf, textsFor, type Run } from '@hidesync/domain/navigation/run'
import { wrap } from '../../../terminal/wrap.ts'
import { playTexts } from '../texts/texts-in.ts'
import { foldAround } from './fold.ts'
import { layOut } from './layout.ts'
import { sayWay } from './say-way.ts'

/** Deeper than this nobody can tell how deep it is. */
const deepest = 6
/** Room for a number and a few words, which is not to be given to the depth. */
const leastRoom = 16

/** The same map as a list: a line a step, ways below the step that they leave, branches set in. */
export function listMap({ width }: { readonly width: number }, run: Run, room: number | null): string[] {
  const { map } = playTexts(run.language)
  const { stepStatuses } = textsFor(run)
  const all = layOut(run.workflow, run.state.variables).filter(({ step, way }) => step !== null || way !== null)
  const { rows, before, after } = foldAround(all, run.state.current_step_id, room)
  const items = rows.flatMap(({ step, way, lane }) => {
    const indent = '  '.repeat(Math.min(deepest, lane, Math.max(0, Math.floor((width - leastRoom) / 2))))
    if (step === null) return way === null ? [] : wrap(`${sayWay(run, way)}.`, width, `${indent}  `)
    const is = stepStatuses[stepStatus(run.workflow, run.state, step.id, run.at)]
    const here = run.state.current_step_id === step.id ? `, ${map.here}` : ''
    return wrap(`${map.stepIs(nameOf(run, step.id), is)}${here}.`, width, `${indent}${numberOf(run, step.id)}. `)
  })
  return [
    ...wrap(map.title(run.workflow_name, run.workflow.steps.length), width),
    ...(before > 0 ? wrap(`${map.before(before)}.`, width) : []),
    ...items,
    ...(after > 0 ? wrap(`${map.after(after)}.`, width) : []),
  ]
}
