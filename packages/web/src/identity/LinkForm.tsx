import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../app/api.ts'
import { ErrorBanner } from '../app/ErrorBanner.tsx'
import type { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { EmailField, isGoodPassword, NameField, NewPasswordField } from './AccountFields.tsx'
import styles from './login.module.css'

export interface Account {
  readonly name: string
  readonly email: string
  readonly password: string
}

interface LinkFormProps {
  /** What is known already; a name or an e-mail address that is not is asked for. */
  readonly known: { readonly name: string | null; readonly email: string | null }
  readonly submit: string
  /** Where one goes from here. */
  readonly next: typeof paths.home | typeof paths.welcome
  /** Does what the link is for; the person is signed in with what it answers. */
  readonly onSubmit: (account: Account) => Promise<TokenPair>
}

/** Name, e-mail and password, as far as they are not known. */
export function LinkForm({ known, submit, next, onSubmit }: LinkFormProps) {
  const { session } = useApi()
  const navigate = useNavigate()
  const [name, setName] = useState(known.name ?? '')
  const [email, setEmail] = useState(known.email ?? '')
  const [password, setPassword] = useState('')
  const [wasAsked, ask] = useState(false)
  const go = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const account = { name: name.trim(), email: email.trim(), password }
      session.enter(await onSubmit(account))
      // By the cookie that came with the answer the session goes on like any other; one is signed in without it, too.
      void session.restore()
      await navigate({ to: next })
    },
  })
  const isComplete = name.trim() !== '' && email.trim() !== '' && isGoodPassword(password)
  return (
    <Form
      className={styles['form']}
      onSubmit={() => {
        ask(true)
        if (isComplete && !go.isPending) go.mutate()
      }}
    >
      <ErrorBanner error={go.error} />
      {known.name === null ? <NameField value={name} onChange={setName} wasAsked={wasAsked} /> : null}
      <EmailField value={email} onChange={setEmail} wasAsked={wasAsked} isReadOnly={known.email !== null} />
      <NewPasswordField value={password} onChange={setPassword} wasAsked={wasAsked} />
      <Button type="submit" variant="primary" size="large" block isPending={go.isPending}>
        {submit}
      </Button>
    </Form>
  )
}
