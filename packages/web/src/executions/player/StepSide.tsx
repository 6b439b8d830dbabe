import { lazy, Suspense, type ReactNode, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LaneTabs } from '../../ui/LaneTabs.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { GatherList } from './GatherList.tsx'
import { LogPanel } from './later-parts.ts'
import styles from './player.module.css'
import { OtherDevices } from './later-parts.ts'
import { RunTimers } from './RunTimers.tsx'
import { ScreenLine } from './ScreenLine.tsx'
import { sidePanels, type SidePanel } from './side-panels.ts'
import { StepNotes } from './StepNotes.tsx'
import { useLate } from '../../ui/use-late.ts'
import { useMedia } from '../../ui/use-media.ts'
import type { Player } from './use-player.ts'

const StepPhotos = lazy(async () => ({ default: (await import('../photos/StepPhotos.tsx')).StepPhotos }))

interface StepSideProps {
  readonly player: Player
  readonly stepId: number
  readonly isPeek: boolean
  /** The view shows what the step itself is about. */
  readonly isInFocus: boolean
  readonly noteRef: RefObject<HTMLTextAreaElement | null>
}

/** Beside the instructions: what the step needs, the timers, and what one notes. Tabs at the side, folds below the step on a phone. */
export function StepSide({ player, stepId, isPeek, isInFocus, noteRef }: StepSideProps) {
  const t = useTranslations('player')
  const isNarrow = useMedia('(max-width: 47.99rem)')
  const isLate = useLate()
  const step = player.workflow.step(stepId)
  if (step === undefined) return null
  // What is to be laid out stands in the step itself: one list, not the same one twice.
  const isListed = isInFocus && step.step_type === 'material' && step.resources.length > 0
  const shown = sidePanels.filter(panel => panel !== 'resources' || !isListed)
  const selected = shown.find(panel => panel === player.panel) ?? 'timers'
  const titles: Record<SidePanel, string> = {
    resources: t('tab_resources', { count: step.resources.length }),
    timers: t('tab_timers'),
    log: t('tab_log'),
  }
  const panels: Record<SidePanel, ReactNode> = {
    resources:
      step.resources.length === 0 ? (
        <p className={styles['empty']}>{t('needs_nothing')}</p>
      ) : (
        <GatherList execution={player.execution} step={step} />
      ),
    timers: <RunTimers executionId={player.execution.id} />,
    log: (
      <Suspense fallback={<Skeleton count={4} />}>
        <LogPanel player={player} />
      </Suspense>
    ),
  }
  // Its place is kept: nothing moves when it comes.
  if (!isLate) return <aside aria-label={t('side')} className={styles['side']} />
  return (
    <aside aria-label={t('side')} className={styles['side']}>
      {isNarrow ? (
        shown.map(panel => (
          <Disclosure
            key={panel}
            title={titles[panel]}
            isOpenAtFirst={panel === 'resources' && step.resources.length > 0}
          >
            {panels[panel]}
          </Disclosure>
        ))
      ) : (
        <LaneTabs
          label={t('side')}
          selected={selected}
          onSelect={id => player.setPanel(shown.find(panel => panel === id) ?? selected)}
          tabs={shown.map(id => ({ id, content: titles[id] }))}
        >
          {panels[selected]}
        </LaneTabs>
      )}
      <StepNotes player={player} stepId={stepId} isPeek={isPeek} noteRef={noteRef} />
      <Suspense fallback={null}>
        <StepPhotos key={stepId} execution={player.execution} steps={[step]} addTo={step} />
      </Suspense>
      <ScreenLine isWorking={player.view.state.status === 'active'} />
      <Suspense fallback={null}>
        <OtherDevices executionId={player.execution.id} />
      </Suspense>
    </aside>
  )
}
