import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { quantityFor, type Need } from './needs.ts'
import styles from './need-list.module.css'
import { useQuantityText } from './use-quantity-text.ts'

interface NeedListProps {
  readonly title: string
  readonly icon: ReactNode
  readonly needs: readonly Need[]
  /** How many pieces are made. */
  readonly pieces: number
}

/** Materials or tools, with how much of each so many pieces take. */
export function NeedList({ title, icon, needs, pieces }: NeedListProps) {
  const t = useTranslations('workflow')
  const quantityText = useQuantityText()
  return (
    <div className={styles['need']}>
      <h3>
        {icon}
        {title}
      </h3>
      {needs.length === 0 ? <p className={styles['muted']}>{t('none_named')}</p> : null}
      <ul>
        {needs.map(need => (
          <li key={`${need.name}|${need.unit}`}>
            <span>
              <bdi>{need.name}</bdi>
              {need.is_optional ? <span className={styles['muted']}> {t('optional')}</span> : null}
            </span>
            <span className={styles['quantity']}>{quantityText(quantityFor(need, pieces), need.unit)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
