import { ApiError } from '@hidesync/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useAskKey } from '../app/ask-key.ts'
import { useErrorText } from '../app/error-text.ts'
import { paths } from '../app/paths.ts'
import { useAskingPlace } from '../app/use-asking-place.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { WorkflowDialogProps } from './workflow-dialog.ts'

/** Makes a copy of one's own, a private draft, and goes there. */
export function CopyDialog({ workflow, onClose }: WorkflowDialogProps) {
  const t = useTranslations('copy')
  const { client } = useApi()
  const toast = useToast()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [name, setName] = useState(workflow.name)
  const key = useAskKey()
  const place = useAskingPlace()
  const copy = useMutation({
    networkMode: 'always',
    mutationFn: (new_name: string) => {
      place.ask()
      const copied = { params: { id: workflow.id }, body: { new_name } }
      return client.workflows.duplicate(copied, { idempotencyKey: key.of(new_name) })
    },
    onSuccess: async made => {
      key.done()
      void queryClient.invalidateQueries({ queryKey: ['workflows'] })
      toast({ text: t('done', { name: made.name }) })
      onClose()
      if (!place.isLeft()) await navigate({ to: paths.workflow, params: { id: made.id } })
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('title')}>
      <Form
        onSubmit={() => {
          if (name.trim() !== '') copy.mutate(name.trim())
        }}
      >
        <p>{t('lead', { name: workflow.name })}</p>
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          maxLength={200}
          error={name.trim() === '' ? t('name_missing') : copy.error instanceof ApiError ? errorText(copy.error) : null}
        />
        <DialogActions>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isPending={copy.isPending}>
            {copy.isPending ? t('making') : t('submit')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
