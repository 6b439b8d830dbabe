import { Bell } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { PopoverButton } from '../../ui/PopoverButton.tsx'
import styles from './home.module.css'
import { NeedList } from './NeedList.tsx'
import { useNeeds } from './use-needs.ts'

/** How many things need the person, on every page; opened, which. */
export function NeedsChip() {
  const t = useTranslations('home')
  const needs = useNeeds()
  return (
    <PopoverButton
      label={t('needs')}
      trigger={
        <Button variant="quiet" aria-label={t('needs_count', { count: needs.length })}>
          <Bell aria-hidden size={22} />
          {needs.length > 0 ? <span className={styles['badge']}>{needs.length}</span> : null}
        </Button>
      }
    >
      <h2 className={styles['chipHeading']}>{t('needs')}</h2>
      {needs.length > 0 ? <NeedList needs={needs} /> : <p>{t('needs_nothing')}</p>}
    </PopoverButton>
  )
}
