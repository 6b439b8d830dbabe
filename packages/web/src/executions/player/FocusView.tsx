import { Pause } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { NewerRevision } from './NewerRevision.tsx'
import { PeekBanner } from './PeekBanner.tsx'
import { StepLanes } from './StepLanes.tsx'
import { StepPanel } from './StepPanel.tsx'
import type { ViewProps } from './view-props.ts'
import { WaitingPanel } from './WaitingPanel.tsx'

/** The view for working: one step, and everything for it. */
export function FocusView({ player, place, onTimer }: ViewProps) {
  const t = useTranslations('player')
  const { status } = player.view.state
  const { isPeek, shownId, waiting } = place
  const panel = shownId === null ? null : <StepPanel player={player} stepId={shownId} onTimer={onTimer} />
  return (
    <>
      <NewerRevision execution={player.execution} />
      {status === 'paused' || status === 'timeout' ? (
        <Banner tone="warning" announce="status" icon={<Pause aria-hidden />}>
          {t(status === 'paused' ? 'is_paused' : 'is_timed_out')}
        </Banner>
      ) : null}
      {isPeek ? <PeekBanner player={player} place={place} /> : null}
      {!isPeek && waiting?.notBefore ? (
        <WaitingPanel player={player} stepId={waiting.id} notBefore={waiting.notBefore} />
      ) : null}
      {isPeek ? panel : <StepLanes player={player}>{panel}</StepLanes>}
    </>
  )
}
