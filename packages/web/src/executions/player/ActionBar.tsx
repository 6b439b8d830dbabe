import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import styles from './action-bar.module.css'
import { MainAction } from './MainAction.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { PeekButtons } from './PeekButtons.tsx'
import { useBarSize } from './use-bar-size.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

const TalkTools = lazy(async () => ({ default: (await import('./command/TalkTools.tsx')).TalkTools }))

/** What can be done now: the usual large, the rest within reach. While one only looks at a step nothing can be done on it. */
export function ActionBar({ player, place }: { readonly player: Player; readonly place: Place }) {
  const t = useTranslations('player')
  const { state } = player.view
  const bar = useRef<HTMLElement>(null)
  useBarSize(bar)
  return (
    <footer ref={bar} className={styles['bar']}>
      <div className={styles['side']}>
        <PeekButtons player={player} place={place} />
        {place.isPeek ? null : (
          <>
            <Button
              variant="quiet"
              isDisabled={!executionCan('undo', state) || state.undo_head === null}
              onPress={player.undo}
            >
              <Undo2 aria-hidden size={20} />
              <span className={styles['undo']}>{t('undo')}</span>
            </Button>
            <MoreMenu player={player} />
          </>
        )}
      </div>
      <Suspense fallback={null}>
        <TalkTools player={player} place={place} />
      </Suspense>
      <div data-settles className={styles['main']}>
        {place.isPeek ? (
          <Button variant="primary" size="large" block onPress={place.back}>
            {t('return')}
          </Button>
        ) : (
          <MainAction player={player} />
        )}
      </div>
    </footer>
  )
}
