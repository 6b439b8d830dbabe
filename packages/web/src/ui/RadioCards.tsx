import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './radio-cards.module.css'

export interface RadioCard {
  readonly value: string
  readonly title: string
  readonly badge?: ReactNode
  readonly detail?: ReactNode
  /** The key that selects it. */
  readonly hint?: string
}

interface RadioCardsProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly cards: readonly RadioCard[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}

/** One of a few, each with room for what follows from it. */
export function RadioCards({ label, isLabelHidden = false, cards, value, onChange }: RadioCardsProps) {
  return (
    <RadioGroup value={value} onChange={onChange} className={styles['group'] ?? ''}>
      <Label className={cx(isLabelHidden ? 'visually-hidden' : styles['label'])}>{label}</Label>
      {cards.map(card => (
        <Radio key={card.value} value={card.value} className={styles['card'] ?? ''}>
          <span aria-hidden className={styles['dot']} />
          <span className={styles['body']}>
            <span className={styles['title']}>
              <bdi>{card.title}</bdi> {card.badge}
            </span>
            {card.detail ? <span className={styles['detail']}>{card.detail}</span> : null}
          </span>
          {card.hint ? (
            <kbd aria-hidden className={styles['hint']}>
              {card.hint}
            </kbd>
          ) : null}
        </Radio>
      ))}
    </RadioGroup>
  )
}
