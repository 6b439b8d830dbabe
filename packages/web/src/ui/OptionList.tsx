import { useId } from 'react'
import styles from './option-list.module.css'

interface OptionListProps {
  readonly label: string
  /** The word for "no choice". */
  readonly all: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: string }[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** One of several values or none, each with how many there are of it. */
export function OptionList({ label, all, options, value, onChange }: OptionListProps) {
  const name = useId()
  const row = (key: string | null, text: string, count: string | null) => (
    <label key={key} className={styles['option']}>
      <input type="radio" name={name} checked={value === key} onChange={() => onChange(key)} />
      <span className={styles['text']}>{text}</span>
      {count === null ? null : <span className={styles['count']}>{count}</span>}
    </label>
  )
  return (
    <fieldset className={styles['list']}>
      <legend className={styles['label']}>{label}</legend>
      {row(null, all, null)}
      {options.map(option => row(option.value, option.label, option.count))}
    </fieldset>
  )
}
