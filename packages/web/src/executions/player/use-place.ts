import type { Lane } from './player-view.ts'
import type { Player } from './use-player.ts'

/** Where a person is in a run: at the step that the run is at, or looking at another one without going there. */
export interface Place {
  /** The step that is shown; null: there is none to show. */
  readonly shownId: number | null
  /** The step that the run is at, or waits for. */
  readonly stayId: number | null
  readonly isPeek: boolean
  /** What is waited for while nothing can be done. */
  readonly waiting: Lane | null
  /** Looks at a step; at that of the run it returns. */
  readonly look: (stepId: number) => void
  readonly back: () => void
}

export function placeOf(player: Player, peekId: number | null, onPeek: (stepId: number | null) => void): Place {
  const { view, current, workflow, notes } = player
  const waiting = current === null ? (view.lanes.find(lane => lane.kind === 'waiting') ?? null) : null
  const stayId = current?.id ?? waiting?.id ?? view.state.current_step_id
  // Who is writing stays with the step, and the run goes on without them.
  const lookedAt = peekId ?? notes.writingOn
  const isPeek = lookedAt !== null && lookedAt !== stayId && workflow.step(lookedAt) !== undefined
  return {
    shownId: isPeek ? lookedAt : stayId,
    stayId,
    isPeek,
    waiting,
    look: stepId => onPeek(stepId === stayId ? null : stepId),
    back: () => {
      notes.stop()
      onPeek(null)
    },
  }
}
