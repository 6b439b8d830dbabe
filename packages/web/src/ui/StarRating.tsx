import { Star } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './star-rating.module.css'

const stars = [1, 2, 3, 4, 5] as const

interface StarRatingProps {
  readonly label: string
  /** What a number of stars is called, for those who do not see them. */
  readonly name: (stars: number) => string
  /** Null: none given. */
  readonly value: number | null
  readonly onChange: (stars: number) => void
}

export function StarRating({ label, name, value, onChange }: StarRatingProps) {
  return (
    <RadioGroup
      value={value === null ? null : String(value)}
      onChange={next => onChange(Number(next))}
      orientation="horizontal"
      className={styles['rating'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span className={styles['row']}>
        {stars.map(star => (
          <Radio key={star} value={String(star)} aria-label={name(star)} className={styles['star'] ?? ''}>
            <Star aria-hidden size={28} {...(value !== null && star <= value ? { 'data-full': '' } : {})} />
          </Radio>
        ))}
      </span>
    </RadioGroup>
  )
}
