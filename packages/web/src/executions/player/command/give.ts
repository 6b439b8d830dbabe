import { decide } from '@hidesync/domain/executions/decide'
import { isSettled, stepAt } from '@hidesync/domain/executions/letters'
import type { Asked, Came } from '@hidesync/domain/navigation/converse/answer'
import { whyNot } from '@hidesync/domain/navigation/converse/parts'
import { refusalNames, type Run } from '@hidesync/domain/navigation/run'
import { refusalText } from '@hidesync/domain/navigation/texts/refusal-text'
import type { Execution } from '../../execution.ts'
import type { Ask } from '../use-commands.ts'
import { askFor } from './ask-for.ts'

export interface Giving {
  readonly run: (ask: Ask) => Promise<Execution | null>
  /** Shows a step without going there. */
  readonly look: (stepId: number) => void
  /** What is said when a command was not answered: the reason stands elsewhere on the page. */
  readonly notDone: string
  readonly now: () => number
}

/** Has a command of a conversation done the way the player's buttons do. To look at a step that is done moves nothing: it is shown. */
export async function give(before: Run, { command }: Asked, giving: Giving): Promise<Came> {
  const { workflow, state, at } = before
  if (command.type === 'navigate') {
    const index = workflow.compiledStep(command.step_id)?.index ?? -1
    if (isSettled(stepAt(state.steps, index))) {
      giving.look(command.step_id)
      const run = { ...before, state: { ...state, current_step_id: command.step_id } }
      return { ok: true, run, skipped_steps: [], undone: null }
    }
  }
  // What undo takes back stands in the history, which this does not know.
  const why = command.type === 'undo' ? null : whyNot(before, command)
  if (why !== null) {
    return { ok: false, code: why.code, message: refusalText(why, refusalNames(before), before.language) }
  }
  const ask = askFor(command)
  const decision = decide(workflow, state, { ...command, at, actor_id: null })
  const answer = ask === null ? null : await giving.run(ask)
  if (answer === null) return { ok: false, code: 'client.not_done', message: giving.notDone }
  const { undone } = answer
  return {
    ok: true,
    run: { ...before, state: answer.state, at: giving.now() },
    skipped_steps: decision.ok ? decision.skipped_steps : [],
    undone: undone ? { type: undone.action_type, step_id: undone.step_id } : null,
  }
}
