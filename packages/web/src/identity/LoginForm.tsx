import { ApiError } from '@hidesync/contract/client'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useErrorText } from '../app/error-text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PasswordField } from './PasswordField.tsx'
import styles from './login.module.css'

/** E-mail and password; says what is missing or wrong, and puts the focus there. */
export function LoginForm({ onSignedIn }: { readonly onSignedIn?: () => void }) {
  const t = useTranslations('login')
  const { session } = useApi()
  const errorText = useErrorText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isPending, setPending] = useState(false)
  const [missing, setMissing] = useState<{ readonly email?: boolean; readonly password?: boolean }>({})
  const [problem, setProblem] = useState<string | null>(null)
  const emailInput = useRef<HTMLInputElement>(null)
  const passwordInput = useRef<HTMLInputElement>(null)

  const submit = async () => {
    const nothing = { email: email.trim() === '', password: password === '' }
    setMissing(nothing)
    setProblem(null)
    if (nothing.email || nothing.password) {
      ;(nothing.email ? emailInput : passwordInput).current?.focus()
      return
    }
    setPending(true)
    try {
      await session.signIn(email.trim(), password)
      onSignedIn?.()
    } catch (error) {
      setProblem(errorText(error))
      if (error instanceof ApiError && error.status === 401) passwordInput.current?.select()
    } finally {
      setPending(false)
    }
  }

  return (
    <Form
      className={styles['form']}
      onSubmit={() => {
        if (!isPending) void submit()
      }}
    >
      {problem === null ? null : (
        <Banner tone="danger" announce="alert">
          {problem}
        </Banner>
      )}
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={missing.email ? t('email_missing') : null}
        inputRef={emailInput}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing.password ? t('password_missing') : null}
        inputRef={passwordInput}
      />
      <Button type="submit" variant="primary" size="large" block isPending={isPending}>
        {isPending ? t('signing_in') : t('submit')}
      </Button>
    </Form>
  )
}
