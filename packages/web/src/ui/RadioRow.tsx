import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './radio-row.module.css'

interface RadioRowProps {
  readonly label: ReactNode
  readonly isLabelHidden?: boolean
  readonly help?: ReactNode
  readonly choices: readonly { readonly value: string; readonly text: string; readonly tone?: 'good' | 'bad' }[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}

/** One of a few short answers in a row. */
export function RadioRow({ label, isLabelHidden = false, help, choices, value, onChange }: RadioRowProps) {
  return (
    <RadioGroup value={value} onChange={onChange} orientation="horizontal" className={styles['group'] ?? ''}>
      <Label className={cx(isLabelHidden ? 'visually-hidden' : styles['label'])}>{label}</Label>
      {help ? <span className={styles['help']}>{help}</span> : null}
      <span className={styles['row']}>
        {choices.map(choice => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={cx(styles['choice'], choice.tone && styles[choice.tone])}
          >
            {choice.text}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  )
}
