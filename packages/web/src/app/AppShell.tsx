import { CatchBoundary, Link, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { NeedsChip } from '../executions/home/NeedsChip.tsx'
import { TimersTray } from '../executions/timers/TimersTray.tsx'
import { SyncChip } from '../offline/SyncChip.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import styles from './app-shell.module.css'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { PaletteButton } from './palette/PaletteButton.tsx'
import { paths } from './paths.ts'
import { Rail } from './Rail.tsx'
import { RoomInTrouble } from './RoomInTrouble.tsx'
import { SkipLink } from './SkipLink.tsx'

/** What goes wrong in a room leaves the others within reach. */
function Room() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <CatchBoundary getResetKey={() => path} errorComponent={RoomInTrouble}>
      <Outlet />
    </CatchBoundary>
  )
}

/** The frame around every room but the player: where one can go, what runs and waits, and who one is. */
export function AppShell() {
  const product = useTranslations('common')('product')
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['header']}>
        <Link to={paths.home} className={styles['brand']}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{product}</span>
        </Link>
        <Breadcrumbs />
        <div className={styles['tools']}>
          <PaletteButton />
          <SyncChip />
          <TimersTray />
          <NeedsChip />
          <AccountMenu />
        </div>
      </header>
      <Rail />
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Room />
      </main>
    </div>
  )
}
