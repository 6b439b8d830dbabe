import { Link } from '@tanstack/react-router'
import { AlarmClock, BadgeCheck, CloudAlert, Hourglass, Split, TimerOff, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { paths } from '../../app/paths.ts'
import styles from './home.module.css'
import type { Need } from './use-needs.ts'

const icons: Readonly<Record<Need['kind'], LucideIcon>> = {
  timer: AlarmClock,
  attention: CloudAlert,
  decision: Split,
  quality_check: BadgeCheck,
  lag_over: Hourglass,
  timed_out: TimerOff,
}

/** What needs the person, each with the way to it. */
export function NeedList({ needs }: { readonly needs: readonly Need[] }) {
  const t = useTranslations('home')
  return (
    <ul className={styles['needs']}>
      {needs.map(({ id, kind, execution_id, text }) => {
        const Icon = icons[kind]
        return (
          <li key={id}>
            <Icon aria-hidden size={20} />
            <span>{text}</span>
            <Link to={paths.run} params={{ id: execution_id }}>
              {t('open_run')}
              <span className="visually-hidden">: {text}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
