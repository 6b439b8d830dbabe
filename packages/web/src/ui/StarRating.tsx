import { Star } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './star-rating.module.css'

interface StarRatingProps {
  readonly label: string
  /** What each number of stars is called, from one on. */
  readonly names: readonly string[]
  readonly value: number | null
  readonly onChange: (stars: number) => void
}

/** So many stars as one thinks it is worth. */
export const StarRating = ({ label, names, value, onChange }: StarRatingProps) => (
  <RadioGroup
    orientation="horizontal"
    value={value === null ? null : String(value)}
    onChange={next => onChange(Number(next))}
    className={styles['group'] ?? ''}
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <div className={styles['stars']}>
      {names.map((name, index) => (
        <Radio
          key={name}
          value={String(index + 1)}
          aria-label={name}
          className={cx(styles['star'], index < (value ?? 0) && styles['lit'])}
        >
          <Star aria-hidden size={28} />
        </Radio>
      ))}
    </div>
  </RadioGroup>
)
