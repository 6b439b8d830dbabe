import { Link } from '@tanstack/react-router'
import { ChevronLeft, Maximize2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { AccountMenu } from '../../app/AccountMenu.tsx'
import { paths } from '../../app/paths.ts'
import { useDurations } from '../../app/use-durations.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { SyncChip } from '../../offline/SyncChip.tsx'
import { TimersTray } from '../timers/TimersTray.tsx'
import type { PlayerView } from './player-view.ts'
import styles from './player-bar.module.css'
import { ViewMenu, type ViewMenuProps } from './ViewMenu.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'

interface PlayerBarProps {
  readonly name: string
  readonly view: PlayerView
  /** Absent: there is nothing to view yet. */
  readonly views?: ViewMenuProps
}

function Views(views: ViewMenuProps) {
  const t = useTranslations('player')
  const isNarrow = useMedia('(width < 40rem)')
  if (isNarrow) return <ViewMenu {...views} />
  return (
    <>
      <ViewSwitch viewName={views.viewName} onView={views.onView} />
      <IconButton label={t('bench_mode')} onPress={views.onBench}>
        <Maximize2 aria-hidden size={20} />
      </IconButton>
    </>
  )
}

/** The player's own bar: which run, how far, how long still, and the timers. */
export function PlayerBar({ name, view, views }: PlayerBarProps) {
  const t = useTranslations('player')
  const durations = useDurations()
  const { progress } = view
  return (
    <header className={styles['bar']}>
      <Link to={paths.runs} className={styles['back']} aria-label={t('to_runs')}>
        <ChevronLeft aria-hidden size={24} />
      </Link>
      <p className={styles['name']}>{name}</p>
      <div className={styles['progress']}>
        <ProgressBar
          label={t('progress_label')}
          value={progress.progress_percentage}
          text={t('progress', {
            done: progress.completed_steps,
            ahead: progress.total_steps - progress.completed_steps,
            percent: Math.round(progress.progress_percentage),
            left: durations.about(progress.estimated_remaining_time),
          })}
        />
      </div>
      <div className={styles['tools']}>
        {views ? <Views {...views} /> : null}
        <SyncChip />
        <TimersTray />
        <div className={styles['account']}>
          <AccountMenu />
        </div>
      </div>
    </header>
  )
}
