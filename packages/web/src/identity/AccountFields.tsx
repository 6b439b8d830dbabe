import { shortestPassword } from '@hidesync/contract/limits'
import { useTranslations } from 'use-intl'
import { TextField } from '../ui/TextField.tsx'
import { PasswordField } from './PasswordField.tsx'

interface FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The form was sent: what is missing is told. */
  readonly wasAsked: boolean
}

export const isGoodPassword = (password: string): boolean => password.length >= shortestPassword

export function NameField({ wasAsked, ...field }: FieldProps) {
  const t = useTranslations('link')
  const error = wasAsked && field.value.trim() === '' ? t('name_missing') : null
  return <TextField {...field} label={t('name')} autoComplete="name" maxLength={200} error={error} />
}

export function EmailField({ wasAsked, ...field }: FieldProps & { readonly isReadOnly?: boolean }) {
  const t = useTranslations('link')
  const error = wasAsked && field.value.trim() === '' ? t('email_missing') : null
  return <TextField {...field} label={t('email')} type="email" autoComplete="username" maxLength={254} error={error} />
}

interface NewPasswordProps extends FieldProps {
  /** Instead of how long it has to be: it may be left empty, and what happens then. */
  readonly optional?: string
}

export function NewPasswordField({ wasAsked, optional, ...field }: NewPasswordProps) {
  const t = useTranslations('link')
  const isBad = !isGoodPassword(field.value) && (optional === undefined || field.value !== '')
  return (
    <PasswordField
      {...field}
      label={t('password')}
      autoComplete="new-password"
      help={optional ?? t('password_help', { count: shortestPassword })}
      error={wasAsked && isBad ? t('password_short', { count: shortestPassword }) : null}
    />
  )
}
