import { Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { SkipLink } from '../../app/SkipLink.tsx'
import { AttentionCards } from '../../offline/AttentionCards.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ActionBar } from './ActionBar.tsx'
import { BenchFrame } from './BenchFrame.tsx'
import { Coach } from './coach/Coach.tsx'
import { ConversationContext, useConversation } from './command/use-conversation.ts'
import { FocusView } from './FocusView.tsx'
import { GestureArea } from './gestures/GestureArea.tsx'
import { PathSide } from './PathSide.tsx'
import styles from './player.module.css'
import { PlayerBar } from './PlayerBar.tsx'
import { PlayerDialogs } from './PlayerDialogs.tsx'
import { StepSide } from './StepSide.tsx'
import { TroubleBanner } from './TroubleBanner.tsx'
import { placeOf } from './use-place.ts'
import { useBench } from './use-bench.ts'
import { useLapsedDialog } from './use-lapsed-dialog.ts'
import { useMeantPresses } from './use-meant-presses.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import type { Player } from './use-player.ts'
import { useTimerStart } from './use-timer-start.ts'
import { useWakeLock } from './use-wake-lock.ts'
import type { PlayerViewName } from './view-names.ts'
import { otherViews } from './views.ts'

interface PlayerFrameProps {
  readonly player: Player
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
  /** The step that is looked at without going there. */
  readonly peekId: number | null
  readonly onPeek: (stepId: number | null) => void
}

/** A view that comes, and what stands below it after it. */
const Coming = () => (
  <div className={styles['coming']}>
    <Skeleton count={6} />
  </div>
)

/** The frame of the player: bar, view, what can be done, what is needed, and the path, in the order in which they are read. */
export function PlayerFrame({ player, viewName, onView, peekId, onPeek }: PlayerFrameProps) {
  const { execution, workflow, view, current } = player
  const place = placeOf(player, peekId, onPeek)
  const { shownId, isPeek } = place
  useWakeLock(view.state.status === 'active')
  const startTimer = useTimerStart(player.commands, workflow, shownId)
  useLapsedDialog(player, place)
  const conversation = useConversation(player, place)
  const onCommand = conversation.openBar
  useMeantPresses(`${shownId} ${player.dialog?.type}`)
  const bench = useBench(isPeek)
  const onBench = bench.enter
  const focusNote = usePlayerKeys({ player, place, onTimer: startTimer, viewName, onView, onCommand, onBench })

  // Another step is read from its beginning.
  useLayoutEffect(() => {
    if (shownId !== null) window.scrollTo(0, 0)
  }, [shownId])

  // Going on ends the looking at another step.
  const { id: currentId } = current ?? { id: null }
  useEffect(() => {
    if (peekId !== null && peekId === currentId) onPeek(null)
  }, [currentId, peekId, onPeek])

  // So it stays when the writing is over, until one returns.
  useEffect(() => {
    if (peekId === null && isPeek) onPeek(shownId)
  }, [peekId, isPeek, shownId, onPeek])

  const viewProps = { player, place, onTimer: startTimer }
  if (bench.isOn) return <BenchFrame {...viewProps} onLeave={bench.leave} />
  const View = viewName === 'focus' ? FocusView : otherViews[viewName]
  const shown: ReactNode = <View {...viewProps} />
  return (
    <ConversationContext value={conversation}>
      <div className={styles['player']}>
        <SkipLink />
        <PlayerBar name={execution.workflow_name} view={view} views={{ viewName, onView, onBench }} />
        <div className={styles['columns']}>
          <main id="main" tabIndex={-1} className={styles['main']}>
            <Coach runId={execution.id} />
            <AttentionCards runId={execution.id} />
            <TroubleBanner commands={player.commands} />
            <GestureArea player={player} place={place} viewName={viewName} onView={onView}>
              <Suspense fallback={<Coming />}>{shown}</Suspense>
            </GestureArea>
          </main>
          <ActionBar player={player} place={place} />
          {shownId === null ? null : (
            <StepSide
              player={player}
              stepId={shownId}
              isPeek={isPeek}
              isInFocus={viewName === 'focus'}
              noteRef={focusNote}
            />
          )}
          <PathSide player={player} place={place} />
        </div>
        <PlayerDialogs player={player} />
      </div>
    </ConversationContext>
  )
}
