import { Minimize2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import styles from './bench.module.css'
import { FocusView } from './FocusView.tsx'
import { MainAction } from './MainAction.tsx'
import { PlayerDialogs } from './PlayerDialogs.tsx'
import { RunTimers } from './RunTimers.tsx'
import { TroubleBanner } from './TroubleBanner.tsx'
import { useBarSize } from './use-bar-size.ts'
import type { ViewProps } from './view-props.ts'

/** The player for the bench: the step, the timers, what comes next, and nothing else. */
export function BenchFrame({ onLeave, ...view }: ViewProps & { readonly onLeave: () => void }) {
  const t = useTranslations('bench')
  const { player, place } = view
  const foot = useRef<HTMLElement>(null)
  useBarSize(foot)
  return (
    <div data-bench className={styles['bench']}>
      <header className={styles['bar']}>
        <span>{player.execution.workflow_name}</span>
        <Button onPress={onLeave}>
          <Minimize2 aria-hidden size={28} />
          {t('leave')}
        </Button>
      </header>
      <div className={styles['columns']}>
        <main id="main" tabIndex={-1} className={styles['main']}>
          <TroubleBanner commands={player.commands} />
          <FocusView {...view} />
          <RunTimers executionId={player.execution.id} besides={place.shownId} />
        </main>
        <footer ref={foot} data-settles className={styles['foot']}>
          {place.isPeek ? (
            <Button variant="primary" size="large" block onPress={place.back}>
              {t('return')}
            </Button>
          ) : (
            <MainAction player={player} />
          )}
        </footer>
      </div>
      <PlayerDialogs player={player} />
    </div>
  )
}
