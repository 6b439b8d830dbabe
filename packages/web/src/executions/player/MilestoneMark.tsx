import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PlayerView } from './player-view.ts'
import styles from './milestone.module.css'

/** A tick that draws itself once, and a line that says how far one has come. */
export function MilestoneMark({ view }: { readonly view: PlayerView }) {
  const t = useTranslations('player')
  const { completed_steps, total_steps } = view.progress
  return (
    <p className={styles['milestone']}>
      <span className={styles['mark']}>
        <Check aria-hidden size={40} strokeWidth={3} />
      </span>
      {t('milestone_reached', { done: completed_steps, ahead: total_steps - completed_steps })}
    </p>
  )
}
