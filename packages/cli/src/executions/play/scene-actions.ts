import type { CommandType } from '@hidesync/domain/executions/command-type'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { sayMinutes } from '../../terminal/words.ts'
import { decide } from '@hidesync/domain/executions/decide'
import { consequenceLines, whatComesNext } from './consequences.ts'
import type { SceneStep } from './scene-step.ts'
import type { Verb } from './vocabulary.ts'

/** One entry of the list of what can be done now. */
export type SceneAction = {
  /** As the list shows it. */
  readonly label: string
  /** The words that do the same. */
  readonly say: string
} & (
  | { readonly kind: 'verb'; readonly verb: Verb }
  | { readonly kind: 'choose'; readonly option_id: number }
  | { readonly kind: 'goto'; readonly step_id: number }
)

export interface ActionParts {
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  readonly at: number
  /** The step in view, and whether it can be worked on. */
  readonly step: SceneStep | null
  readonly isOpen: boolean
  /** What else can be worked on. */
  readonly others: readonly SceneStep[]
  readonly allowed: ReadonlySet<CommandType>
}

/** The options that the engine would take: not one whose way back is used up. */
function choices({ workflow, state, at }: ActionParts, step: SceneStep): SceneAction[] {
  const consequences = consequenceLines(workflow, state, step.compiled)
  return step.compiled.options.flatMap(({ definition }, index): SceneAction[] => {
    const { id, option_text, is_default } = definition
    if (!decide(workflow, state, { type: 'decide', step_id: step.id, option_id: id, at, actor_id: null }).ok) return []
    const consequence = consequences.get(id) ?? ''
    const label = `Choose “${option_text}”${is_default ? ' (usual)' : ''}${consequence === '' ? '' : ` → ${consequence}`}`
    return [{ kind: 'choose', option_id: id, label, say: `choose ${index + 1}` }]
  })
}

const verb = (name: Verb, label: string, say: string = name): SceneAction => ({ kind: 'verb', verb: name, label, say })

function settling(parts: ActionParts): SceneAction[] {
  const { workflow, state, at, step, isOpen } = parts
  if (step === null || !isOpen) return []
  const next = whatComesNext(workflow, state, step.id, at)
  const then = next === null ? '' : `: ${next}`
  switch (step.compiled.kind) {
    case 'decision':
      return choices(parts, step)
    case 'quality_check':
      return [verb('pass', `It passes${then}`), verb('fail', 'It fails')]
    case 'time': {
      const done = verb('complete', `Done${then}`, 'done')
      if (step.until === null) return step.status === 'active' ? [done] : []
      return [
        verb('wait', `Wait (${sayMinutes((step.until - at) / 60_000)} left)`),
        verb('complete', 'Done already (asks first)', 'done'),
      ]
    }
    case 'plain':
      return [verb('complete', `Done${then}`, 'done')]
  }
}

/** Everything that the engine would accept now, the likeliest first. */
export function sceneActions(parts: ActionParts): readonly SceneAction[] {
  const { step, isOpen, others, allowed } = parts
  const hasToBeMade = step?.compiled.kind === 'decision' || step?.compiled.kind === 'quality_check'
  const on = (command: CommandType, ...actions: readonly SceneAction[]): readonly SceneAction[] =>
    allowed.has(command) ? actions : []
  const waits = step?.status === 'pending' && step.until !== null
  const starts = step?.status === 'ready'
  return [
    ...(allowed.has('complete') || allowed.has('decide') ? settling(parts) : []),
    ...(starts ? on('navigate', { kind: 'goto', step_id: step.id, label: 'Start this step', say: 'start it' }) : []),
    ...(waits ? [verb('wait', 'Wait until its time has come')] : []),
    ...(waits
      ? on('navigate', { kind: 'goto', step_id: step.id, label: 'Start without waiting (asks first)', say: 'start it' })
      : []),
    ...on('resume', verb('resume', 'Resume: the clock runs again')),
    ...on(
      'navigate',
      ...others.map((other): SceneAction => ({
        kind: 'goto',
        step_id: other.id,
        label: `Go to step ${other.number}, “${other.name}”`,
        say: `goto ${other.number}`,
      })),
    ),
    ...(isOpen && !hasToBeMade ? on('skip', verb('skip', 'Skip this step')) : []),
    ...(isOpen && step?.compiled.kind !== 'quality_check'
      ? on('fail', verb('fail', 'Say that something went wrong'))
      : []),
    ...(step === null ? [] : on('note', verb('note', 'Note something'))),
    ...on('undo', verb('undo', 'Take back the last thing')),
    ...on('pause', verb('pause', 'Pause: the clock stands still')),
    ...on('cancel', verb('cancel', 'Cancel the run for good (asks first)')),
  ]
}
