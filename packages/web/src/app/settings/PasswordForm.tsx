import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isGoodPassword, NewPasswordField } from '../../identity/AccountFields.tsx'
import { PasswordField } from '../../identity/PasswordField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { useApi } from '../api.ts'
import { ErrorBanner } from '../ErrorBanner.tsx'
import styles from './settings.module.css'

/** Another password; whoever is signed in with the old one elsewhere is not any more. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useTranslations('settings')
  const { client } = useApi()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [wasAsked, ask] = useState(false)
  const change = useMutation({
    networkMode: 'always',
    mutationFn: () => client.users.changePassword({ body: { current_password: current, new_password: next } }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      ask(false)
    },
  })
  const submit = () => {
    ask(true)
    if (current !== '' && isGoodPassword(next) && !change.isPending) change.mutate()
  }
  return (
    <Form aria-labelledby="password" className={styles['narrow']} onSubmit={submit}>
      <h2 id="password">{t('password')}</h2>
      <p className={styles['text']}>{t('password_lead')}</p>
      <ErrorBanner error={change.error} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label={t('password_current')}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={wasAsked && current === '' ? t('password_current_missing') : null}
      />
      <NewPasswordField value={next} onChange={setNext} wasAsked={wasAsked} />
      <div className={styles['row']}>
        <Button type="submit" isPending={change.isPending}>
          {t('password_change')}
        </Button>
        <output className={styles['saved']}>{change.isSuccess ? t('password_changed') : ''}</output>
      </div>
    </Form>
  )
}
