import type { Member, Workshop } from '@hidesync/contract/identity/identity.schemas'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMe } from '../../../identity/use-me.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useApi } from '../../api.ts'
import { ErrorState } from '../../ErrorState.tsx'
import { LoadingRegion } from '../../LoadingRegion.tsx'
import styles from '../settings.module.css'
import { OnceLink } from './OnceLink.tsx'

/** Everybody in the workshop, with their role; a way back in for who forgot the password. */
export function Members({ workshop: { id, name } }: { readonly workshop: Workshop }) {
  const t = useTranslations('people')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const queryKey = ['workshops', id, 'members']
  const { data: me } = useMe()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [isStepping, setStepping] = useState(false)
  const members = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.workshops.listMembers({ params: { id }, query: { limit: 100 } }, { signal }),
  })
  const refresh = { networkMode: 'always', onSettled: () => queryClient.invalidateQueries({ queryKey }) } as const
  const change = useMutation({
    ...refresh,
    mutationFn: ({ user_id, role }: Pick<Member, 'user_id' | 'role'>) =>
      client.workshops.updateMember({ params: { id, user_id }, body: { role } }),
  })
  const remove = useMutation({
    ...refresh,
    mutationFn: (user_id: number) => client.workshops.removeMember({ params: { id, user_id } }),
  })
  const reset = useMutation({
    networkMode: 'always',
    mutationFn: (user_id: number) => client.passwordResets.create({ params: { id: user_id } }),
  })
  const retry = () => void members.refetch()
  return (
    <section aria-labelledby="members" className={styles['group']}>
      <h2 id="members">{t('members', { workshop: name })}</h2>
      {members.isPending ? (
        <LoadingRegion onRetry={retry}>
          <Skeleton shape="row" count={3} />
        </LoadingRegion>
      ) : null}
      {members.isError ? <ErrorState error={members.error} onRetry={retry} /> : null}
      {[change, remove, reset].map(({ error }, index) =>
        error === null ? null : <ErrorState key={index} error={error} />,
      )}
      <ul className={styles['list']}>
        {members.data?.items.map(member => (
          <MemberRow
            key={member.user_id}
            member={member}
            isMe={member.user_id === me?.id}
            onRole={role => {
              // Nobody can take this back for themselves.
              if (member.user_id === me?.id && role !== 'manager') setStepping(true)
              else change.mutate({ user_id: member.user_id, role })
            }}
            onReset={() => reset.mutate(member.user_id)}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      {reset.data ? <OnceLink label={t('reset_address')} help={t('reset_once')} url={reset.data.url} /> : null}
      <Dialog
        isOpen={isStepping}
        onClose={() => setStepping(false)}
        title={t('step_down_title', { workshop: name })}
        role="alertdialog"
      >
        <p>{t('step_down_lead')}</p>
        <DialogActions startsSafe>
          <Button onPress={() => setStepping(false)}>{t('keep')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              if (me) change.mutate({ user_id: me.id, role: 'member' })
              setStepping(false)
            }}
          >
            {t('step_down')}
          </Button>
        </DialogActions>
      </Dialog>
      <Dialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('remove_title', { name: leaving?.display_name ?? '' })}
        role="alertdialog"
      >
        <p>{t('remove_lead')}</p>
        <DialogActions startsSafe>
          <Button onPress={() => setLeaving(null)}>{t('keep')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              if (leaving) remove.mutate(leaving.user_id)
              setLeaving(null)
            }}
          >
            {t('remove')}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly isMe: boolean
  readonly onRole: (role: Member['role']) => void
  readonly onReset: () => void
  readonly onRemove: () => void
}

function MemberRow({ member, isMe, onRole, onReset, onRemove }: MemberRowProps) {
  const t = useTranslations('people')
  const { display_name: name, email, role } = member
  return (
    <li>
      <p>
        <strong>{name}</strong>
        <br />
        <span className={styles['small']}>{email}</span>
      </p>
      <div className={styles['row']}>
        <Select
          label={t('role_of', { name })}
          options={(['member', 'manager'] as const).map(value => ({ value, label: t(`role_${value}`) }))}
          value={role}
          onChange={value => onRole(value === 'manager' ? 'manager' : 'member')}
        />
        {isMe ? null : (
          <>
            <Button aria-label={t('reset_named', { name })} onPress={onReset}>
              {t('reset')}
            </Button>
            <Button variant="quiet" aria-label={t('remove_named', { name })} onPress={onRemove}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}
