import { sharePermissions, type SharePermission } from '@hidesync/domain/identity/permissions'
import { visibilities } from '@hidesync/domain/workflows/definition'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorBanner } from '../app/ErrorBanner.tsx'
import { ErrorState } from '../app/ErrorState.tsx'
import { useErrorText } from '../app/error-text.ts'
import { useWorkshops } from '../identity/use-workshops.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './dialogs.module.css'
import { LinksPart } from './LinksPart.tsx'
import { useShares } from './use-shares.ts'
import type { WorkflowDialogProps } from './workflow-dialog.ts'

/** Who may see the workflow, and with whom it is shared, each with what they may do. */
export function ShareDialog({ workflow, onClose }: WorkflowDialogProps) {
  const t = useTranslations('share')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const { shares, put, remove } = useShares(workflow.id)
  const [visibility, setVisibility] = useState(workflow.visibility)
  const show = useMutation({
    networkMode: 'always',
    mutationFn: (next: typeof visibility) =>
      client.workflows.update({ params: { id: workflow.id }, body: { visibility: next } }),
    onSuccess: changed => {
      setVisibility(changed.visibility)
      void queryClient.invalidateQueries({ queryKey: ['workflow', workflow.id] })
      void queryClient.invalidateQueries({ queryKey: ['templates'] })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { name: workflow.name })}>
      <Select
        label={t('visibility')}
        options={visibilities.map(value => ({ value, label: t(`visibility_${value}`) }))}
        value={visibility}
        onChange={value => show.mutate(visibilities.find(known => known === value) ?? visibility)}
      />
      <p className={styles['muted']}>{t(`about_${visibility}`)}</p>
      {show.isError ? <ErrorState error={show.error} /> : null}
      <NewShare
        onShare={async share => {
          await put.mutateAsync(share)
          if (visibility === 'private') setVisibility('shared')
        }}
        error={put.error}
        isPending={put.isPending}
      />
      {shares.isPending ? <Skeleton count={2} /> : null}
      {shares.isError ? <ErrorState error={shares.error} onRetry={() => void shares.refetch()} /> : null}
      {shares.data?.length === 0 ? <p className={styles['muted']}>{t('nobody')}</p> : null}
      <ul className={styles['people']}>
        {shares.data?.map(share => (
          <li key={`${share.user_id}|${share.workshop_id}`} className={styles['person']}>
            <span>
              {share.name}
              <br />
              <span className={styles['muted']}>{share.email ?? (share.workshop_id ? t('workshop') : null)}</span>
            </span>
            <span>{t(`permission_${share.permission}`)}</span>
            <IconButton label={t('remove', { name: share.name })} onPress={() => remove.mutate(share)}>
              <UserMinus aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
      {remove.isError ? <ErrorState error={remove.error} /> : null}
      <LinksPart id={workflow.id} />
      <DialogActions>
        <Button variant="primary" onPress={onClose}>
          {t('done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface NewShareProps {
  readonly onShare: (share: {
    readonly email?: string
    readonly workshop_id?: number
    readonly permission: SharePermission
  }) => Promise<void>
  readonly error: unknown
  readonly isPending: boolean
}

const onePerson = 'person'

/** Adds a person by e-mail, or everybody in a workshop of one's own. */
function NewShare({ onShare, error, isPending }: NewShareProps) {
  const t = useTranslations('share')
  const errorText = useErrorText()
  const workshops = useWorkshops()
  const [whom, setWhom] = useState(onePerson)
  const [email, setEmail] = useState('')
  const [permission, setPermission] = useState<SharePermission>('execute')
  const [wasAsked, ask] = useState(false)
  const isMissing = whom === onePerson && email.trim() === ''
  const submit = async () => {
    ask(true)
    if (isMissing) return
    await onShare(whom === onePerson ? { email: email.trim(), permission } : { workshop_id: Number(whom), permission })
    setEmail('')
    ask(false)
  }
  return (
    <Form
      className={styles['add']}
      onSubmit={() => {
        // What went wrong is told below the field.
        void submit().catch(() => undefined)
      }}
    >
      <Select
        label={t('with')}
        options={[
          { value: onePerson, label: t('one_person') },
          ...(workshops.data?.items ?? []).map(({ id, name }) => ({
            value: String(id),
            label: t('all_of', { workshop: name }),
          })),
        ]}
        value={whom}
        onChange={setWhom}
      />
      <Select
        label={t('may')}
        options={sharePermissions.map(value => ({ value, label: t(`permission_${value}`) }))}
        value={permission}
        onChange={value => setPermission(sharePermissions.find(known => known === value) ?? 'execute')}
      />
      {whom === onePerson ? (
        <TextField
          label={t('email')}
          type="email"
          value={email}
          onChange={setEmail}
          error={wasAsked && isMissing ? t('email_missing') : error ? errorText(error) : null}
        />
      ) : (
        <ErrorBanner error={error} />
      )}
      <Button type="submit" isPending={isPending}>
        {t('add')}
      </Button>
    </Form>
  )
}
