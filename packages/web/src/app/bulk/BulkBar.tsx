import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import styles from './bulk.module.css'
import type { Selection } from './use-selection.ts'

interface BulkBarProps {
  readonly selection: Selection
  readonly shown: readonly number[]
  /** What can be done with what is selected. */
  readonly children: ReactNode
}

/** How many are selected, and what can be done with all of them at once. */
export function BulkBar({ selection, shown, children }: BulkBarProps) {
  const t = useTranslations('bulk')
  const { size } = selection.ids
  if (size === 0) return null
  return (
    <section aria-label={t('label')} className={styles['bar']}>
      <output>{t('selected', { count: size })}</output>
      {children}
      {size < shown.length ? (
        <Button variant="quiet" onPress={() => selection.replace(shown)}>
          {t('all')}
        </Button>
      ) : null}
      <Button variant="quiet" onPress={() => selection.replace([])}>
        {t('none')}
      </Button>
    </section>
  )
}
