import { ApiError } from '@hidesync/contract/client'
import { mostDeletedAtOnce } from '@hidesync/contract/limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { BulkBar } from '../app/bulk/BulkBar.tsx'
import { BulkReport, type BulkResult } from '../app/bulk/BulkReport.tsx'
import type { Selection } from '../app/bulk/use-selection.ts'
import { useErrorText } from '../app/error-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'

interface DeleteWorkflowsProps {
  readonly workflows: readonly { readonly id: number; readonly name: string }[]
  readonly selection: Selection
}

/** Deletes what is selected, after a question; what could not be deleted stays selected, with the reason. */
export function DeleteWorkflows({ workflows, selection }: DeleteWorkflowsProps) {
  const t = useTranslations('workflows')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [isAsking, ask] = useState(false)
  const chosen = workflows.filter(({ id }) => selection.has(id))
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: async (all: readonly { readonly id: number; readonly name: string }[]): Promise<BulkResult[]> => {
      const problems = new Map<number, string>()
      for (let from = 0; from < all.length; from += mostDeletedAtOnce) {
        const workflow_ids = all.slice(from, from + mostDeletedAtOnce).map(({ id }) => id)
        try {
          const answer = await client.workflows.deleteSeveral({ body: { workflow_ids } })
          for (const { id, detail } of answer?.failed ?? []) problems.set(id, detail)
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          for (const id of workflow_ids) problems.set(id, errorText(error))
        }
      }
      return all.map(({ id, name }) => ({ id, name, problem: problems.get(id) ?? null }))
    },
    onSuccess: async results => {
      selection.replace(results.filter(({ problem }) => problem !== null).map(({ id }) => id))
      await queryClient.invalidateQueries({ queryKey: ['workflows'] })
      await queryClient.invalidateQueries({ queryKey: ['templates'] })
    },
  })
  const close = () => ask(false)
  return (
    <>
      <BulkBar selection={selection} shown={workflows.map(({ id }) => id)}>
        <Button isPending={remove.isPending} onPress={() => ask(true)}>
          <Trash2 aria-hidden size={18} />
          {t('delete')}
        </Button>
      </BulkBar>
      {remove.data ? <BulkReport done={t('deleted')} results={remove.data} onClose={remove.reset} /> : null}
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={t('delete_title', { count: chosen.length, name: chosen[0]?.name ?? '' })}
        role="alertdialog"
      >
        <p>{t('delete_lead')}</p>
        {chosen.length > 1 ? (
          <ul>
            {chosen.slice(0, 8).map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
            {chosen.length > 8 ? <li>{t('and_more', { count: chosen.length - 8 })}</li> : null}
          </ul>
        ) : null}
        <DialogActions startsSafe>
          <Button onPress={close}>{t('keep')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              close()
              remove.mutate(chosen)
            }}
          >
            {t('delete')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
