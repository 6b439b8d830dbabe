import { Star } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import styles from './stars.module.css'

interface StarsProps {
  readonly average: number | null
  readonly count: number
}

/** What people think of it, on average; nothing where nobody has said. */
export function Stars({ average, count }: StarsProps) {
  const t = useTranslations('community')
  const format = useFormatter()
  if (average === null) return null
  const shown = format.number(average, { maximumFractionDigits: 1 })
  return (
    <span className={styles['stars']}>
      <Star aria-hidden size={16} className={styles['star']} />
      <span aria-hidden>
        {shown} <span className={styles['count']}>({format.number(count)})</span>
      </span>
      <span className="visually-hidden">{t('average', { stars: shown, count })}</span>
    </span>
  )
}
