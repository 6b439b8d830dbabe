import type { Answers } from './completing.ts'
import { FailedCheckDialog } from './forms/FailedCheckDialog.tsx'
import type { Player } from './use-player.ts'
import { stepAfter } from './ways-on.ts'

interface FailedCheckProps {
  readonly player: Player
  readonly failed: readonly string[]
  readonly answers: Answers
  readonly onClose: () => void
}

/** A check that failed, and where the engine would go with it. */
export function FailedCheck({ player, failed, answers, onClose }: FailedCheckProps) {
  const { current, workflow, view } = player
  if (current === null) return null
  const failing = { type: 'complete', step_id: current.id, data: { verdict: 'fail' } } as const
  const rework = current.fallbacks.length === 0 ? null : stepAfter(workflow, view.state, failing, view.at)
  const fail = () => player.complete({ ...answers, verdict: 'fail' })
  return (
    <FailedCheckDialog
      failed={failed}
      rework={rework}
      reason={player.words}
      onReason={player.setWords}
      onRework={fail}
      onAccept={reason => player.complete({ ...answers, verdict: 'pass', accepted: reason })}
      // Without a way to mend it the engine itself ends the run as failed, which says more than that it was cancelled.
      onStop={rework === null ? fail : () => player.ask({ type: 'cancel', reason: failed.join(', ') })}
      onClose={onClose}
    />
  )
}
