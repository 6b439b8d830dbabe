import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { useApi } from '../api.ts'
import { ErrorState } from '../ErrorState.tsx'
import { NewApiToken } from './NewApiToken.tsx'
import styles from './settings.module.css'

type ApiToken = RouteOutput<Routes['users']['listTokens']>[number]

/** Keys for programs of one's own; each can be taken back. */
export function ApiTokens() {
  const t = useTranslations('settings')
  const format = useFormatter()
  const { client } = useApi()
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<ApiToken | null>(null)
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => client.users.listTokens({}, { signal }) })
  const revoke = useMutation({
    networkMode: 'always',
    mutationFn: (id: number) => client.users.deleteToken({ params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['tokens'] }),
  })
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'medium' })
  const used = ({ last_used_at }: ApiToken) =>
    last_used_at === null ? t('token_unused') : t('token_used', { date: day(last_used_at) })
  return (
    <section aria-labelledby="tokens" className={styles['group']}>
      <h2 id="tokens">{t('tokens')}</h2>
      <p className={styles['text']}>{t('tokens_lead')}</p>
      {[tokens, revoke].map(({ error }, index) => (error === null ? null : <ErrorState key={index} error={error} />))}
      {tokens.data && tokens.data.length > 0 ? (
        <ul className={styles['list']}>
          {tokens.data.map(token => (
            <li key={token.id}>
              <p>
                <strong>{token.name}</strong> · {t(`scope_${token.scope}`)}
                <br />
                <span className={styles['small']}>
                  {t('token_made', { date: day(token.created_at) })} · {used(token)}
                  {token.expires_at === null ? '' : ` · ${t('token_until', { date: day(token.expires_at) })}`}
                </span>
              </p>
              <Button aria-label={t('token_revoke_named', { name: token.name })} onPress={() => setLeaving(token)}>
                {t('token_revoke')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <NewApiToken />
      <Dialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('token_revoke_title', { name: leaving?.name ?? '' })}
        role="alertdialog"
      >
        <p>{t('token_revoke_lead')}</p>
        <DialogActions startsSafe>
          <Button onPress={() => setLeaving(null)}>{t('keep')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              if (leaving) revoke.mutate(leaving.id)
              setLeaving(null)
            }}
          >
            {t('token_revoke')}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  )
}
