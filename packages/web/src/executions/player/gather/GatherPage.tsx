import { Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../../../app/PageHeading.tsx'
import { SkipLink } from '../../../app/SkipLink.tsx'
import { Button } from '../../../ui/Button.tsx'
import bar from '../action-bar.module.css'
import { Coach } from '../coach/Coach.tsx'
import frame from '../player.module.css'
import { PlayerBar } from '../PlayerBar.tsx'
import { useBarSize } from '../use-bar-size.ts'
import type { Player } from '../use-player.ts'
import { useShortcuts } from '../use-shortcuts.ts'
import styles from './gather.module.css'
import { GatherFacts } from './GatherFacts.tsx'
import { GatherLines } from './GatherLines.tsx'
import { SafetyNotes } from './SafetyNotes.tsx'
import { seriousWarnings } from './use-gathering.ts'

interface GatherPageProps {
  readonly player: Player
  readonly onBegin: () => void
}

/** Before the first step: all that is needed, how long it takes, what to mind. The clock stands still until one begins. */
export function GatherPage({ player, onBegin }: GatherPageProps) {
  const t = useTranslations('gather')
  const { execution, workflow, view, commands } = player
  const { run } = commands
  const { state } = view
  const serious = seriousWarnings(workflow)
  const [isRead, setRead] = useState(false)
  const [isBlocked, setBlocked] = useState(false)
  const notes = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLElement>(null)
  useBarSize(foot)

  // Just started: nobody works yet, so the time that gathering takes is nobody's working time.
  const isJustStarted = state.sequence === 1 && state.status === 'active'
  const stopping = useRef<Promise<object | null>>(undefined)
  useEffect(() => {
    if (!isJustStarted || stopping.current !== undefined) return
    stopping.current = run({ type: 'pause' })
  }, [isJustStarted, run])

  const begin = async () => {
    if (serious.length > 0 && !isRead) {
      setBlocked(true)
      notes.current?.querySelector('input')?.focus()
      return
    }
    commands.dismiss()
    onBegin()
    // Who begins at once is faster than the pause, which has to end all the same.
    const isStopped = isJustStarted ? (await stopping.current) !== null : state.status === 'paused'
    if (isStopped) await run({ type: 'resume' })
  }
  useShortcuts({ 'Ctrl+Enter': () => void begin() })
  return (
    <div className={frame['player']}>
      <SkipLink />
      <PlayerBar name={execution.workflow_name} view={view} />
      <div className={styles['page']}>
        <main id="main" tabIndex={-1} className={styles['main']}>
          <Coach runId={execution.id} />
          <PageHeading title={t('title')} lead={t('lead', { name: execution.workflow_name })} />
          <GatherFacts player={player} />
          <div ref={notes}>
            <SafetyNotes
              workflow={workflow}
              serious={serious}
              isRead={isRead}
              onRead={setRead}
              problem={isBlocked && !isRead ? t('read_first') : null}
            />
          </div>
          <GatherLines execution={execution} workflow={workflow} />
        </main>
        <footer ref={foot} className={bar['bar']}>
          <p className={styles['hint']}>{t('begin_hint')}</p>
          <div className={bar['main']}>
            <Button variant="primary" size="large" block onPress={() => void begin()}>
              <Play aria-hidden size={20} />
              {t('begin')}
            </Button>
          </div>
        </footer>
      </div>
    </div>
  )
}
