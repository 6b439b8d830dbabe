import { Link, Outlet } from '@tanstack/react-router'
import { Hammer, LayoutGrid, ListChecks } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { TimersTray } from '../executions/timers/TimersTray.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import styles from './app-shell.module.css'
import { paths } from './paths.ts'
import { SkipLink } from './SkipLink.tsx'

const rooms = [
  { to: paths.home, label: 'home', icon: Hammer, exact: true },
  { to: paths.templates, label: 'templates', icon: LayoutGrid, exact: false },
  { to: paths.runs, label: 'runs', icon: ListChecks, exact: false },
] as const

/** The frame around every room but the player: where one can go, the timers, and who one is. */
export function AppShell() {
  const t = useTranslations('nav')
  const product = useTranslations('common')('product')
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['header']}>
        <Link to={paths.home} className={styles['brand']}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{product}</span>
        </Link>
        <div className={styles['tools']}>
          <TimersTray />
          <AccountMenu />
        </div>
      </header>
      <nav aria-label={t('main')} className={styles['nav']}>
        <ul>
          {rooms.map(({ to, label, icon: Icon, exact }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact, includeSearch: false }} className={styles['link'] ?? ''}>
                <Icon aria-hidden size={20} />
                <span>{t(label)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </div>
  )
}
