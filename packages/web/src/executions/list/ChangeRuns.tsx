import { ApiError } from '@hidesync/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, Pause } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { BulkBar } from '../../app/bulk/BulkBar.tsx'
import { BulkReport, type BulkResult } from '../../app/bulk/BulkReport.tsx'
import type { Selection } from '../../app/bulk/use-selection.ts'
import { useErrorText } from '../../app/error-text.ts'
import { uuidV7 } from '../../app/uuid-v7.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import type { ExecutionSummary } from '../execution.ts'

type Change = 'pause' | 'cancel'

interface ChangeRunsProps {
  readonly runs: readonly ExecutionSummary[]
  readonly selection: Selection
}

/** Pauses or cancels what is selected, one run after the other; what was refused stays selected, with the reason. */
export function ChangeRuns({ runs, selection }: ChangeRunsProps) {
  const t = useTranslations('runs')
  const { client } = useApi()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [isAsking, ask] = useState(false)
  const chosen = runs.filter(({ id }) => selection.has(id))
  const change = useMutation({
    networkMode: 'always',
    mutationFn: async (what: Change): Promise<{ readonly what: Change; readonly results: readonly BulkResult[] }> => {
      const results: BulkResult[] = []
      for (const { id, workflow_name } of chosen) {
        const call = [{ params: { id } }, { idempotencyKey: uuidV7() }] as const
        const name = t('numbered', { name: workflow_name, id })
        try {
          await (what === 'pause' ? client.executions.pause(...call) : client.executions.cancel(...call))
          results.push({ id, name, problem: null })
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
          results.push({ id, name, problem: errorText(error) })
        }
      }
      return { what, results }
    },
    onSuccess: async ({ results }) => {
      selection.replace(results.filter(({ problem }) => problem !== null).map(({ id }) => id))
      await queryClient.invalidateQueries({ queryKey: ['executions'] })
    },
  })
  const close = () => ask(false)
  return (
    <>
      <BulkBar selection={selection} shown={runs.map(({ id }) => id)}>
        <Button isPending={change.isPending} onPress={() => change.mutate('pause')}>
          <Pause aria-hidden size={18} />
          {t('pause')}
        </Button>
        <Button isPending={change.isPending} onPress={() => ask(true)}>
          <Ban aria-hidden size={18} />
          {t('cancel')}
        </Button>
      </BulkBar>
      {change.data ? (
        <BulkReport
          done={t(change.data.what === 'pause' ? 'paused' : 'cancelled')}
          results={change.data.results}
          onClose={change.reset}
        />
      ) : null}
      <Dialog
        isOpen={isAsking}
        onClose={close}
        title={t('cancel_title', { count: chosen.length, name: chosen[0]?.workflow_name ?? '' })}
        role="alertdialog"
      >
        <p>{t('cancel_lead')}</p>
        <DialogActions startsSafe>
          <Button onPress={close}>{t('keep')}</Button>
          <Button
            variant="danger"
            onPress={() => {
              close()
              change.mutate('cancel')
            }}
          >
            {t('cancel')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
