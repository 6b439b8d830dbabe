import { useId } from 'react'
import styles from './field.module.css'

interface RangeProps {
  readonly label: string
  readonly help?: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly step: number
  /** The value as one says it: `125 %`. */
  readonly text: string
  readonly onChange: (value: number) => void
}

/** A number on a scale, where the place matters more than the digit. */
export function Range({ label, help, value, from, to, step, text, onChange }: RangeProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <div className={styles['range']}>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={step}
          value={value}
          aria-valuetext={text}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={event => onChange(Number(event.target.value))}
        />
        <span aria-hidden>{text}</span>
      </div>
      {help ? (
        <p id={`${id}-help`} className={styles['help']}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
