import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link as LinkIcon, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { OnceLink } from '../app/settings/people/OnceLink.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './dialogs.module.css'

/** Links by which anybody reads the workflow, without signing in; each can be taken back. */
export function LinksPart({ id }: { readonly id: number }) {
  const t = useTranslations('share')
  const format = useFormatter()
  const { client } = useApi()
  const queryClient = useQueryClient()
  const queryKey = ['workflow', id, 'links']
  const links = useQuery({ queryKey, queryFn: ({ signal }) => client.links.list({ params: { id } }, { signal }) })
  /** The link whose address is shown, which is told only once: another one that cannot be made takes nothing away. */
  const [made, setMade] = useState<{ readonly id: number; readonly url: string } | null>(null)
  const onSuccess = () => queryClient.invalidateQueries({ queryKey })
  const make = useMutation({
    networkMode: 'always',
    mutationFn: () => client.links.create({ params: { id } }),
    onSuccess: link => {
      setMade(link)
      return onSuccess()
    },
  })
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (link_id: number) => client.links.remove({ params: { id, link_id } }),
    onSuccess: (_, link_id) => {
      setMade(shown => (shown?.id === link_id ? null : shown))
      return onSuccess()
    },
  })
  return (
    <div className={styles['people']}>
      <h3>{t('links')}</h3>
      <p className={styles['muted']}>{t('links_lead')}</p>
      {links.isError ? <ErrorState error={links.error} onRetry={() => void links.refetch()} /> : null}
      <ul>
        {links.data?.map(link => {
          const date = format.dateTime(new Date(link.created_at), { dateStyle: 'medium', timeStyle: 'short' })
          return (
            <li key={link.id} className={styles['person']}>
              <span>{t('link_made', { date })}</span>
              <IconButton label={t('link_remove', { date })} onPress={() => remove.mutate(link.id)}>
                <Trash2 aria-hidden size={20} />
              </IconButton>
            </li>
          )
        })}
      </ul>
      {made ? <OnceLink label={t('link_address')} help={t('link_once')} url={made.url} /> : null}
      {make.isError ? <ErrorState error={make.error} onRetry={() => make.mutate()} /> : null}
      {remove.isError ? <ErrorState error={remove.error} /> : null}
      <div>
        <Button isPending={make.isPending} onPress={() => make.mutate()}>
          <LinkIcon aria-hidden size={18} />
          {t('link_make')}
        </Button>
      </div>
    </div>
  )
}
