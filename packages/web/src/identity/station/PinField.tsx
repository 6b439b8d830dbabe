import { latinDigits } from '@hidesync/domain/text/latin-digits'
import type { Ref } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../ui/TextField.tsx'

interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The form was sent: what a PIN is made of is told. */
  readonly wasAsked: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

export const isPin = (text: string): boolean => /^\d{4,8}$/.test(text)

/** A PIN, in the digits of one's own keyboard. */
export function PinField({ onChange, wasAsked, ...field }: PinFieldProps) {
  const t = useTranslations('station')
  return (
    <TextField
      {...field}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      onChange={text => onChange(latinDigits(text))}
      error={wasAsked && !isPin(field.value) ? t('pin_form') : null}
    />
  )
}
