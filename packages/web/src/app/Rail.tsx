import { Link } from '@tanstack/react-router'
import { ChevronsLeft, ChevronsRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { paths } from './paths.ts'
import { preferences, usePreferences } from './preferences.ts'
import styles from './rail.module.css'
import { rooms } from './rooms.ts'

/** Where one can go: a rail beside the page, icons alone where there is less room, a bar below it on phones. */
export function Rail() {
  const t = useTranslations('nav')
  const isNarrow = usePreferences('appearance').rail === 'narrow'
  const Arrow = isNarrow ? ChevronsRight : ChevronsLeft
  return (
    <nav aria-label={t('main')} className={styles['rail']}>
      <ul>
        {rooms.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === paths.home, includeSearch: false }}
              className={styles['link'] ?? ''}
              title={t(label)}
            >
              <Icon aria-hidden size={20} />
              <span>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles['fold']}>
        <Button
          variant="quiet"
          aria-label={t(isNarrow ? 'widen' : 'narrow')}
          onPress={() => preferences.change('appearance', { rail: isNarrow ? 'wide' : 'narrow' })}
        >
          <Arrow aria-hidden size={20} className="flip" />
          {isNarrow ? null : <span>{t('narrow')}</span>}
        </Button>
      </div>
    </nav>
  )
}
