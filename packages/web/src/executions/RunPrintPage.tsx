import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { StandAlone } from '../app/StandAlone.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { PrintFrame } from '../workflows/print/PrintFrame.tsx'
import { PrintSheet } from '../workflows/print/PrintSheet.tsx'
import { hasEnded } from './execution.ts'
import { useDefinition, useExecution } from './use-execution.ts'
import { usePrintedRun } from './use-printed-run.ts'

const route = getRouteApi('/inside/runs/$id/print')

/** A run as it will be on paper: what is done is ticked. */
export function RunPrintPage() {
  const t = useTranslations('print')
  const { id } = route.useParams()
  const execution = useExecution(id)
  const definition = useDefinition(id)
  const printed = usePrintedRun(execution.data, definition.data)
  const retry = () => void Promise.all([execution.refetch(), definition.refetch()])
  const error = execution.error ?? definition.error
  if (execution.data && printed)
    return (
      <PrintFrame
        title={t('title', { name: execution.data.workflow_name })}
        back={{ to: `/runs/${id}${hasEnded(execution.data.status) ? '/summary' : ''}`, label: t('back_to_run') }}
      >
        <PrintSheet printed={printed} />
      </PrintFrame>
    )
  return (
    <StandAlone>
      {error ? (
        <ErrorPage error={error} onRetry={retry} />
      ) : (
        <LoadingRegion onRetry={retry}>
          <Skeleton count={8} />
        </LoadingRegion>
      )}
    </StandAlone>
  )
}
