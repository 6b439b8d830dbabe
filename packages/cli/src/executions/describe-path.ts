import { pathOf, type PathReason } from '@hidesync/domain/executions/path'
import type { ExecutionState, StepStatus } from '@hidesync/domain/executions/state'
import { stepTiming } from '@hidesync/domain/executions/view'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { Terminal } from '../terminal/terminal.ts'
import { sayMinutes } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'

const marks: Readonly<Record<StepStatus, string>> = {
  pending: ' ',
  ready: '○',
  active: '▶',
  completed: '✓',
  skipped: '–',
  failed: '✗',
  dead: '·',
}
/** The state in words: a mark alone says nothing to a screen reader. */
export const statusWords: Readonly<Record<StepStatus, string>> = {
  pending: 'to come',
  ready: 'open',
  active: 'in progress',
  completed: 'done',
  skipped: 'skipped',
  failed: 'failed',
  dead: 'ruled out',
}

export interface PathEntry {
  readonly number: number
  readonly name: string
  readonly status: StepStatus
  readonly current: boolean
  readonly detail: string
}

/** Every step in order with its state; the one in view is marked. */
export function pathLines({ width, plain, style }: Terminal, entries: readonly PathEntry[]): string[] {
  const here = plain ? ', you are here' : ' ← you are here'
  return entries.flatMap(({ number, name, status, current, detail }) => {
    const mark = plain ? '' : `${marks[status]} `
    const text = `${name} (${statusWords[status]}${detail === '' ? '' : `, ${detail}`})${current ? here : ''}`
    const lines = wrap(text, width, `${mark}${String(number).padStart(2)}. `)
    return current ? lines.map(style.strong) : status === 'dead' ? lines.map(style.quiet) : lines
  })
}

const name = (workflow: CompiledWorkflow, id: number): string => `“${workflow.step(id)?.name ?? id}”`

/** Why a step was left out, in a few words. */
function sayReason(workflow: CompiledWorkflow, reason: PathReason | null): string | null {
  switch (reason?.code) {
    case 'condition':
      return reason.variables.length > 0 ? `because of ${reason.variables.join(', ')}` : 'by its condition'
    case 'other_way':
      return `${name(workflow, reason.step_id)} led elsewhere`
    case 'failed':
      return `${name(workflow, reason.step_id)} failed`
    case 'skipped':
    case undefined:
      return null
  }
}

/** All steps of a run at a moment, each with its state and, where it was left out, why. */
export function pathEntries(workflow: CompiledWorkflow, state: ExecutionState, at: number): readonly PathEntry[] {
  return pathOf(workflow, state, at).map(({ step_id, status, iteration, is_current, reason }, index) => {
    const until = status === 'pending' ? (stepTiming(workflow, state, step_id, at)?.wait ?? 0) : 0
    const detail = [
      iteration > 1 ? `pass ${iteration}` : null,
      until > 0 ? `in ${sayMinutes(until)}` : null,
      sayReason(workflow, reason),
    ]
    return {
      number: index + 1,
      name: workflow.step(step_id)?.name ?? '',
      status,
      current: is_current,
      detail: detail.filter(part => part !== null).join(', '),
    }
  })
}
