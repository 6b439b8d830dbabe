import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useApi } from '../../api.ts'
import { ErrorState } from '../../ErrorState.tsx'
import styles from '../settings.module.css'
import { OnceLink } from './OnceLink.tsx'

/** Who is invited and has not come yet, and a link for the next one. */
export function Invitations({ workshopId: id }: { readonly workshopId: number }) {
  const t = useTranslations('people')
  const format = useFormatter()
  const { client } = useApi()
  const queryClient = useQueryClient()
  const queryKey = ['workshops', id, 'invitations']
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<'member' | 'manager'>('member')
  const refresh = { networkMode: 'always', onSettled: () => queryClient.invalidateQueries({ queryKey }) } as const
  const open = useQuery({ queryKey, queryFn: ({ signal }) => client.invitations.list({ params: { id } }, { signal }) })
  const make = useMutation({
    ...refresh,
    mutationFn: () =>
      client.invitations.create({ params: { id }, body: { role, email: email.trim() === '' ? null : email.trim() } }),
    onSuccess: () => setEmail(''),
  })
  const remove = useMutation({
    ...refresh,
    mutationFn: (invitation_id: number) => client.invitations.remove({ params: { id, invitation_id } }),
  })
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'medium' })
  return (
    <section aria-labelledby="invitations" className={styles['group']}>
      <h2 id="invitations">{t('invitations')}</h2>
      <p className={styles['text']}>{t('invitations_lead')}</p>
      {[open, make, remove].map(({ error }, index) =>
        error === null ? null : <ErrorState key={index} error={error} />,
      )}
      {open.data && open.data.length > 0 ? (
        <ul className={styles['list']}>
          {open.data.map(invitation => (
            <li key={invitation.id}>
              <p>
                {invitation.email ?? t('anybody')} · {t(`role_${invitation.role}`)}
                <br />
                <span className={styles['small']}>{t('until', { date: day(invitation.expires_at) })}</span>
              </p>
              <Button
                aria-label={t('take_back_named', { name: invitation.email ?? t('anybody') })}
                onPress={() => remove.mutate(invitation.id)}
              >
                {t('take_back')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        className={styles['narrow']}
        onSubmit={() => {
          if (!make.isPending) make.mutate()
        }}
      >
        <TextField
          label={t('email')}
          help={t('email_help')}
          type="email"
          maxLength={254}
          value={email}
          onChange={setEmail}
        />
        <Select
          label={t('role')}
          options={(['member', 'manager'] as const).map(value => ({ value, label: t(`role_${value}`) }))}
          value={role}
          onChange={value => setRole(value === 'manager' ? 'manager' : 'member')}
        />
        <div className={styles['row']}>
          <Button type="submit" isPending={make.isPending}>
            {t('invite')}
          </Button>
        </div>
        {make.data ? <OnceLink label={t('invite_address')} help={t('invite_once')} url={make.data.url} /> : null}
      </Form>
    </section>
  )
}
