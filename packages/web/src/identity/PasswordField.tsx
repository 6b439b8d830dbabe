import { longestPassword } from '@hidesync/contract/limits'
import { useState, type ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './password-field.module.css'

/** A password, hidden until one wants to see what one types. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  const t = useTranslations('login')
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles['password']}>
      <TextField maxLength={longestPassword} {...props} type={isShown ? 'text' : 'password'} />
      <Button variant="quiet" onPress={() => setShown(!isShown)} aria-pressed={isShown}>
        {t('show_password')}
      </Button>
    </div>
  )
}
