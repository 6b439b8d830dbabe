import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { Suspense, useEffect, type ReactNode } from 'react'
import { SkipLink } from '../../app/SkipLink.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { Execution } from '../execution.ts'
import { ActionBar } from './ActionBar.tsx'
import { ConversationContext, useConversation } from './command/use-conversation.ts'
import { FocusView } from './FocusView.tsx'
import { PathSide } from './PathSide.tsx'
import styles from './player.module.css'
import { PlayerBar } from './PlayerBar.tsx'
import { PlayerDialogs } from './PlayerDialogs.tsx'
import { StepSide } from './StepSide.tsx'
import { useStepTimersInTray } from './StepTimer.tsx'
import { TroubleBanner } from './TroubleBanner.tsx'
import { placeOf } from './use-place.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { usePlayer } from './use-player.ts'
import { useTimerStart } from './use-timer-start.ts'
import type { PlayerViewName } from './view-names.ts'
import { otherViews } from './views.ts'

interface PlayerProps {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
  /** The step that is looked at without going there. */
  readonly peekId: number | null
  readonly onPeek: (stepId: number | null) => void
}

/** The frame of the player: bar, view, what can be done, what is needed, and the path, in the order in which they are read. */
export function Player({ execution, workflow, viewName, onView, peekId, onPeek }: PlayerProps) {
  const player = usePlayer(execution, workflow)
  const { view, current } = player
  const place = placeOf(player, peekId, onPeek)
  const { shownId, isPeek } = place
  useStepTimersInTray(execution.id, workflow, view.state)
  const startTimer = useTimerStart(execution.id, workflow, shownId)
  const conversation = useConversation(player, place)
  const focusNote = usePlayerKeys({
    player,
    place,
    onTimer: startTimer,
    viewName,
    onView,
    onCommand: conversation.openBar,
  })

  // Going on ends the looking at another step.
  const { id: currentId } = current ?? { id: null }
  useEffect(() => {
    if (peekId !== null && peekId === currentId) onPeek(null)
  }, [currentId, peekId, onPeek])

  const View = viewName === 'focus' ? FocusView : otherViews[viewName]
  const shown: ReactNode = <View player={player} place={place} onTimer={startTimer} />
  return (
    <ConversationContext value={conversation}>
      <div className={styles['player']}>
        <SkipLink />
        <PlayerBar name={execution.workflow_name} view={view} viewName={viewName} onView={onView} />
        <div className={styles['columns']}>
          <main id="main" tabIndex={-1} className={styles['main']}>
            <TroubleBanner commands={player.commands} />
            <Suspense fallback={<Skeleton count={6} />}>{shown}</Suspense>
          </main>
          <ActionBar player={player} place={place} />
          {shownId === null ? null : <StepSide player={player} stepId={shownId} isPeek={isPeek} noteRef={focusNote} />}
          <PathSide player={player} place={place} />
        </div>
        <PlayerDialogs player={player} />
      </div>
    </ConversationContext>
  )
}
