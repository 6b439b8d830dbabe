import { Minus, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { cx } from './cx.ts'
import field from './field.module.css'
import { IconButton } from './IconButton.tsx'
import styles from './stepper.module.css'
import { typedNumber } from './typed-number.ts'

interface StepperProps {
  readonly label: string
  readonly lessLabel: string
  readonly moreLabel: string
  /** What numbers are taken, said where another one was typed. */
  readonly wrong: string
  readonly value: number
  readonly step?: number
  readonly onChange: (value: number) => void
}

/** The largest number that is taken. */
export const mostSteps = 1_000_000

const shown = { maximumFractionDigits: 2, useGrouping: false } as const

const isTaken = (value: number | null): value is number => value !== null && value > 0 && value <= mostSteps

/** A number above zero, to be typed or counted up and down; what is no such number changes nothing, and is told. */
export function Stepper({ label, lessLabel, moreLabel, wrong, value, step = 1, onChange }: StepperProps) {
  const id = useId()
  const { locale } = useLocale()
  // What was typed counts until the number comes from somewhere else.
  const [typed, setTyped] = useState({ text: '', at: Number.NaN, isLeft: false })
  const isTyped = typed.at === value
  const isWrong = isTyped && typed.isLeft
  const take = (next: number) => {
    if (isTaken(next)) onChange(next)
    setTyped({ ...typed, at: Number.NaN })
  }
  const type = (text: string) => {
    const next = typedNumber(text, locale)
    const at = isTaken(next) ? next : value
    setTyped({ text, at, isLeft: false })
    if (at !== value) onChange(at)
  }
  const leave = () => {
    const isDone = typed.text.trim() === '' || isTaken(typedNumber(typed.text, locale))
    setTyped({ ...typed, at: isDone ? Number.NaN : typed.at, isLeft: true })
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
          value={isTyped ? typed.text : value.toLocaleString(locale, shown)}
          aria-invalid={isWrong}
          data-invalid={isWrong ? '' : undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={event => type(event.target.value)}
          onBlur={leave}
          className={cx(field['input'], styles['number'])}
        />
        <IconButton label={moreLabel} onPress={() => take(value + step)}>
          <Plus aria-hidden size={20} />
        </IconButton>
      </div>
      {isWrong ? (
        <span id={`${id}-wrong`} className={field['error']}>
          {wrong}
        </span>
      ) : null}
    </div>
  )
}
