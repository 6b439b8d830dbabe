import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './filter-chips.module.css'

interface FilterChipsProps {
  readonly label: string
  /** The word for "no filter". */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

const everything = '*'

/** One filter of a few values, or none. */
export function FilterChips({ label, all, options, value, onChange }: FilterChipsProps) {
  return (
    <RadioGroup
      orientation="horizontal"
      value={value ?? everything}
      onChange={next => onChange(next === everything ? null : next)}
      className={styles['group'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['chips']}>
        {[{ value: everything, label: all }, ...options].map(option => (
          <Radio key={option.value} value={option.value} className={styles['chip'] ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
