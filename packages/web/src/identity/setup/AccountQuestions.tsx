import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../ui/TextField.tsx'
import type { QuestionProps } from './Questions.tsx'
import { SetupForm } from './SetupForm.tsx'

const shortest = 8

/** Who the administrator is; the password stays the printed one until another is given. */
export function AccountQuestion({ progress, save }: QuestionProps) {
  const t = useTranslations('setup')
  const link = useTranslations('link')
  const [name, setName] = useState(progress.display_name)
  const [email, setEmail] = useState(progress.email)
  const [password, setPassword] = useState('')
  const [wasAsked, ask] = useState(false)
  const isShort = password !== '' && password.length < shortest
  const isComplete = name.trim() !== '' && email.trim() !== '' && !isShort
  const go = () => {
    ask(true)
    if (!isComplete) return
    save.run({ display_name: name.trim(), email: email.trim(), ...(password === '' ? {} : { password }) })
  }
  return (
    <SetupForm page="account" save={save} onContinue={go}>
      <TextField
        label={link('name')}
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={setName}
        error={wasAsked && name.trim() === '' ? link('name_missing') : null}
      />
      <TextField
        label={link('email')}
        type="email"
        autoComplete="username"
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={wasAsked && email.trim() === '' ? link('email_missing') : null}
      />
      <TextField
        label={link('password')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        help={t('password_help')}
        value={password}
        onChange={setPassword}
        error={wasAsked && isShort ? link('password_short', { count: shortest }) : null}
      />
    </SetupForm>
  )
}

export function WorkshopQuestion({ progress, save }: QuestionProps) {
  const t = useTranslations('setup')
  const [name, setName] = useState(progress.workshop_name)
  const isMissing = name.trim() === ''
  return (
    <SetupForm
      page="workshop"
      save={save}
      onContinue={() => {
        if (!isMissing) save.run({ workshop_name: name.trim() })
      }}
    >
      <TextField
        label={t('workshop_name')}
        maxLength={200}
        value={name}
        onChange={setName}
        error={isMissing ? t('workshop_missing') : null}
      />
    </SetupForm>
  )
}
