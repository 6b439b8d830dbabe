import { Minus, Plus } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button, Group, Input, Label, NumberField as AriaNumberField, Text, useLocale } from 'react-aria-components'
import fields from './field.module.css'
import styles from './number-field.module.css'
import { foreignDecimal } from './typed-number.ts'

interface NumberFieldProps {
  readonly label: string
  readonly help?: ReactNode
  /** What stands behind the number, such as a unit. */
  readonly unit?: string
  /** Null: nothing is entered. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** How much the buttons add or take; what is typed may lie between. */
  readonly step?: number
  readonly min?: number
  readonly max?: number
}

interface StepProps {
  readonly by: number
  readonly icon: ReactNode
  readonly onPress: (by: number) => void
}

/** For fingers and pointers: with keys, or read aloud, the field counts by itself. */
const Step = ({ by, icon, onPress }: StepProps) => (
  <span aria-hidden className={styles['aside']}>
    <Button slot={null} excludeFromTabOrder className={styles['step'] ?? ''} onPress={() => onPress(by)}>
      {icon}
    </Button>
  </span>
)

const digits = { maximumFractionDigits: 6 }

/** A number in the way of writing of one's language, with buttons for more and less. */
export function NumberField({ label, help, unit, value, onChange, step = 1, min = 0, max }: NumberFieldProps) {
  const current = value ?? 0
  const { locale } = useLocale()
  const typed = useRef('')
  /** What was typed counts once: after that the field says what it holds. */
  const takeTyped = () => {
    const meant = foreignDecimal(typed.current, locale)
    typed.current = ''
    return meant
  }
  const give = (next: number) => onChange(Math.max(min, max === undefined ? next : Math.min(max, next)))
  const change = (by: number) => {
    typed.current = ''
    give(Math.round((current + by) * 1e6) / 1e6)
  }
  const take = (next: number) => {
    const meant = takeTyped() ?? next
    if (Number.isNaN(meant)) onChange(null)
    else give(meant)
  }
  return (
    <AriaNumberField
      value={value ?? Number.NaN}
      onChange={take}
      // With no least number the field could not count from it.
      {...(min === -Infinity ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      formatOptions={digits}
      className={fields['field'] ?? ''}
    >
      <Label className={fields['label'] ?? ''}>{label}</Label>
      <Group className={styles['group'] ?? ''}>
        <Step by={-step} onPress={change} icon={<Minus size={20} />} />
        <Input
          className={styles['input'] ?? ''}
          onFocus={() => (typed.current = '')}
          // Left as the field would read it, nothing would seem to have changed.
          onBlur={() => {
            const meant = takeTyped()
            if (meant !== null && meant !== value) give(meant)
          }}
          onInput={event => (typed.current = event.currentTarget.value)}
        />
        {unit ? <span className={styles['unit']}>{unit}</span> : null}
        <Step by={step} onPress={change} icon={<Plus size={20} />} />
      </Group>
      {help ? (
        <Text slot="description" className={fields['help'] ?? ''}>
          {help}
        </Text>
      ) : null}
    </AriaNumberField>
  )
}
