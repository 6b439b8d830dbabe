import { useId } from 'react'
import { cx } from './cx.ts'
import styles from './field.module.css'

interface SelectProps {
  readonly label: string
  readonly help?: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly lang?: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of several, in the list that the device itself brings: it suits thumbs, keyboards and readers alike. */
export function Select({ label, help, options, value, onChange }: SelectProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={event => onChange(event.target.value)}
        aria-describedby={help ? `${id}-help` : undefined}
        className={cx(styles['input'], styles['select'])}
      >
        {options.map(option => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {help ? (
        <p id={`${id}-help`} className={styles['help']}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
