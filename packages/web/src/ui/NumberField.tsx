import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Group, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components'
import fields from './field.module.css'
import styles from './number-field.module.css'

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

const digits = { maximumFractionDigits: 6 }

/** A number in the way of writing of one's language, with buttons for more and less. */
export function NumberField({ label, help, unit, value, onChange, step = 1, min = 0, max }: NumberFieldProps) {
  const current = value ?? 0
  const change = (by: number) => {
    const next = Math.round((current + by) * 1e6) / 1e6
    onChange(Math.max(min, max === undefined ? next : Math.min(max, next)))
  }
  return (
    <AriaNumberField
      value={value ?? Number.NaN}
      onChange={next => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      {...(max === undefined ? {} : { maxValue: max })}
      formatOptions={digits}
      className={fields['field'] ?? ''}
    >
      <Label className={fields['label'] ?? ''}>{label}</Label>
      <Group className={styles['group'] ?? ''}>
        <Button
          slot={null}
          excludeFromTabOrder
          aria-hidden
          className={styles['step'] ?? ''}
          onPress={() => change(-step)}
        >
          <Minus aria-hidden size={20} />
        </Button>
        <Input className={styles['input'] ?? ''} />
        {unit ? <span className={styles['unit']}>{unit}</span> : null}
        <Button
          slot={null}
          excludeFromTabOrder
          aria-hidden
          className={styles['step'] ?? ''}
          onPress={() => change(step)}
        >
          <Plus aria-hidden size={20} />
        </Button>
      </Group>
      {help ? (
        <Text slot="description" className={fields['help'] ?? ''}>
          {help}
        </Text>
      ) : null}
    </AriaNumberField>
  )
}
