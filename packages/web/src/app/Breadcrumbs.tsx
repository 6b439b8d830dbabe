import { Link, useLocation } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import styles from './breadcrumbs.module.css'
import { pageTitle } from './page-title.ts'
import { roomOf } from './rooms.ts'

/** The way back from a page inside a room; in the room itself its heading says enough. */
export function Breadcrumbs() {
  const t = useTranslations('nav')
  const { pathname } = useLocation()
  const title = useSyncExternalStore(pageTitle.subscribe, pageTitle.get)
  const room = roomOf(pathname)
  if (room === undefined || room.to === pathname) return null
  return (
    <nav aria-label={t('trail')} className={styles['trail']}>
      <ol>
        <li>
          <Link to={room.to}>{t(room.label)}</Link>
        </li>
        <li className={styles['here']}>
          <ChevronRight aria-hidden size={16} className="flip" />
          <span aria-current="page">{title}</span>
        </li>
      </ol>
    </nav>
  )
}
