import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { Eye, Hourglass, Pause, Play } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { SkipLink } from '../../app/SkipLink.tsx'
import { uuidV7 } from '../../app/uuid-v7.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LaneTabs } from '../../ui/LaneTabs.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import type { Execution } from '../execution.ts'
import { ActionBar } from './ActionBar.tsx'
import { PathList } from './PathList.tsx'
import styles from './player.module.css'
import { PlayerBar } from './PlayerBar.tsx'
import { PlayerDialogs } from './PlayerDialogs.tsx'
import { StepPanel, WaitingPanel } from './StepPanel.tsx'
import { StepSide } from './StepSide.tsx'
import { TroubleBanner } from './TroubleBanner.tsx'
import { useMedia } from './use-media.ts'
import { usePlayerKeys } from './use-player-keys.ts'
import { usePlayer } from './use-player.ts'

const laneIcons = { active: Play, ready: Play, waiting: Hourglass } as const

interface PlayerProps {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  /** The step that is looked at without going there. */
  readonly peekId: number | null
  readonly onPeek: (stepId: number | null) => void
}

/** The player's Focus view: one step, and everything for it. */
export function Player({ execution, workflow, peekId, onPeek }: PlayerProps) {
  const t = useTranslations('player')
  const toast = useToast()
  const player = usePlayer(execution, workflow)
  const { view, current } = player
  const isWide = useMedia('(min-width: 75rem)')

  const waiting = current === null ? view.lanes.find(lane => lane.kind === 'waiting') : undefined
  const stayId = current?.id ?? waiting?.id ?? view.state.current_step_id
  const isPeek = peekId !== null && peekId !== stayId && workflow.step(peekId) !== undefined
  const shownId = isPeek ? peekId : stayId
  const look = (stepId: number) => onPeek(stepId === stayId ? null : stepId)

  const startTimer = async (minutes: number, text: string) => {
    const name = workflow.step(shownId)?.name ?? ''
    const label = `${name} · ${text}`.slice(0, 200)
    const ask = { type: 'start_timer', timer_id: uuidV7(), minutes, label, step_id: shownId } as const
    if ((await player.commands.run(ask)) !== null) toast({ text: t('timer_started', { duration: text }) })
  }
  const focusNote = usePlayerKeys({
    player,
    shownId,
    isPeek,
    onPeek: look,
    onReturn: () => onPeek(null),
    onTimer: (minutes, text) => void startTimer(minutes, text),
  })

  // Going on ends the looking at another step.
  const { id: currentId } = current ?? { id: null }
  useEffect(() => {
    if (peekId !== null && peekId === currentId) onPeek(null)
  }, [currentId, peekId, onPeek])

  // The path has its own scroll bar where it stands at the side: it keeps the step in view there, and moves nothing else.
  const pathBox = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = pathBox.current
    const step = box?.querySelector<HTMLElement>(`[data-step='${shownId}']`)
    if (!isWide || !box || !step) return
    const below = step.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom
    const above = step.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (below > 0 || above < 0) box.scrollTop += above - box.clientHeight / 3
  }, [shownId, isWide])

  const path = <PathList path={view.path} shownId={shownId} onLook={look} />
  const panel =
    shownId === null ? null : (
      <StepPanel player={player} stepId={shownId} onTimer={(minutes, text) => void startTimer(minutes, text)} />
    )
  const canGo = view.path.some(({ id, look: kind }) => id === shownId && ['pending', 'ready', 'active'].includes(kind))
  return (
    <div className={styles['player']}>
      <SkipLink />
      <PlayerBar name={execution.workflow_name} view={view} />
      <div className={styles['columns']}>
        <main id="main" tabIndex={-1} className={styles['main']}>
          <TroubleBanner commands={player.commands} />
          {view.state.status === 'paused' || view.state.status === 'timeout' ? (
            <Banner tone="warning" announce="status" icon={<Pause aria-hidden />}>
              {t(view.state.status === 'paused' ? 'is_paused' : 'is_timed_out')}
            </Banner>
          ) : null}
          {isPeek ? (
            <Banner
              tone="info"
              announce="status"
              icon={<Eye aria-hidden />}
              actions={
                <>
                  {canGo && view.state.status === 'active' ? (
                    <Button
                      onPress={() => {
                        onPeek(null)
                        player.goTo(peekId)
                      }}
                    >
                      {t('go_here')}
                    </Button>
                  ) : null}
                  <Button variant="primary" onPress={() => onPeek(null)}>
                    {t('return')}
                  </Button>
                </>
              }
            >
              {t('peek', {
                shown: view.path.find(({ id }) => id === peekId)?.number ?? 0,
                current: view.path.find(({ id }) => id === stayId)?.number ?? 0,
              })}
            </Banner>
          ) : null}
          {!isPeek && waiting?.notBefore ? (
            <WaitingPanel player={player} stepId={waiting.id} notBefore={waiting.notBefore} />
          ) : null}
          {!isPeek && view.lanes.length > 1 && current !== null ? (
            <LaneTabs
              label={t('lanes')}
              selected={String(current.id)}
              onSelect={id => player.goTo(Number(id))}
              tabs={view.lanes.map(lane => {
                const Icon = laneIcons[lane.kind]
                return {
                  id: String(lane.id),
                  content: (
                    <>
                      <Icon aria-hidden size={16} />
                      {lane.name}
                      <span className={styles['laneState']}>{t(`lane_${lane.kind}`)}</span>
                    </>
                  ),
                }
              })}
            >
              {panel}
            </LaneTabs>
          ) : (
            panel
          )}
        </main>
        {shownId === null ? null : <StepSide player={player} stepId={shownId} isPeek={isPeek} noteRef={focusNote} />}
        <aside ref={pathBox} aria-label={t('path')} className={styles['path']}>
          {isWide ? (
            <>
              <h2 className={styles['pathTitle']}>{t('path')}</h2>
              {path}
            </>
          ) : (
            <Disclosure title={t('path_of', { count: view.path.length })}>{path}</Disclosure>
          )}
        </aside>
      </div>
      {isPeek ? null : <ActionBar player={player} />}
      <PlayerDialogs player={player} />
    </div>
  )
}
