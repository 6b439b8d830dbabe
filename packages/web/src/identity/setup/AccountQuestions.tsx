import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '../../ui/TextField.tsx'
import { EmailField, isGoodPassword, NameField, NewPasswordField } from '../AccountFields.tsx'
import type { QuestionProps } from './Questions.tsx'
import { SetupForm } from './SetupForm.tsx'

/** Who the administrator is; the password stays the printed one until another is given. */
export function AccountQuestion({ progress, save }: QuestionProps) {
  const t = useTranslations('setup')
  const [name, setName] = useState(progress.display_name)
  const [email, setEmail] = useState(progress.email)
  const [password, setPassword] = useState('')
  const [wasAsked, ask] = useState(false)
  const isComplete = name.trim() !== '' && email.trim() !== '' && (password === '' || isGoodPassword(password))
  const go = () => {
    ask(true)
    if (!isComplete) return
    save.run({ display_name: name.trim(), email: email.trim(), ...(password === '' ? {} : { password }) })
  }
  return (
    <SetupForm page="account" save={save} onContinue={go}>
      <NameField value={name} onChange={setName} wasAsked={wasAsked} />
      <EmailField value={email} onChange={setEmail} wasAsked={wasAsked} />
      <NewPasswordField value={password} onChange={setPassword} wasAsked={wasAsked} optional={t('password_help')} />
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
