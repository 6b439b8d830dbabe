import { Minus, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { cx } from './cx.ts'
import field from './field.module.css'
import { IconButton } from './IconButton.tsx'
import styles from './stepper.module.css'

interface StepperProps {
  readonly label: string
  readonly lessLabel: string
  readonly moreLabel: string
  readonly value: number
  readonly step?: number
  readonly onChange: (value: number) => void
}

const most = 1_000_000

/** A number above zero, to be typed or counted up and down; what is no such number changes nothing. */
export function Stepper({ label, lessLabel, moreLabel, value, step = 1, onChange }: StepperProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const take = (next: number) => {
    setTyped(null)
    if (Number.isFinite(next) && next > 0 && next <= most) onChange(next)
  }
  return (
    <div className={field['field']}>
      <label htmlFor={id} className={field['label']}>
        {label}
      </label>
      <div className={styles['stepper']}>
        <IconButton label={lessLabel} isDisabled={value - step <= 0} onPress={() => take(value - step)}>
          <Minus aria-hidden size={20} />
        </IconButton>
        <input
          id={id}
          inputMode="decimal"
          value={typed ?? String(value)}
          onChange={event => {
            setTyped(event.target.value)
            const next = Number(event.target.value.replace(',', '.'))
            if (Number.isFinite(next) && next > 0 && next <= most) onChange(next)
          }}
          onBlur={() => setTyped(null)}
          className={cx(field['input'], styles['number'])}
        />
        <IconButton label={moreLabel} onPress={() => take(value + step)}>
          <Plus aria-hidden size={20} />
        </IconButton>
      </div>
    </div>
  )
}
