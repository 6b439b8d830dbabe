import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../../app/ErrorState.tsx'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { StandAlone } from '../../app/StandAlone.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { compiledOf } from '../compiled-of.ts'
import type { Workflow } from '../OutcomesSection.tsx'
import { useWorkflow } from '../use-workflow.ts'
import { PrintFrame } from './PrintFrame.tsx'
import { PrintSheet, type Printed } from './PrintSheet.tsx'

const route = getRouteApi('/inside/workflows/$id/print')

/** A workflow as it will be on paper. */
export function WorkflowPrintPage() {
  const { id } = route.useParams()
  const workflow = useWorkflow(id)
  const retry = () => void workflow.refetch()
  if (workflow.isError && !workflow.data)
    return (
      <StandAlone>
        <ErrorPage error={workflow.error} onRetry={retry} />
      </StandAlone>
    )
  if (workflow.isPending)
    return (
      <StandAlone>
        <LoadingRegion onRetry={retry}>
          <Skeleton count={8} />
        </LoadingRegion>
      </StandAlone>
    )
  return <Shown workflow={workflow.data} />
}

function Shown({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('print')
  const address = `/${workflow.is_template ? 'templates' : 'workflows'}/${workflow.id}`
  const printed = useMemo<Printed>(
    () => ({
      title: workflow.name,
      description: workflow.description,
      difficulty: workflow.difficulty_level,
      duration: workflow.estimated_duration,
      workflow: compiledOf(workflow),
      pieces: 1,
      address: new URL(address, location.origin).href,
      run: null,
      done: new Map(),
    }),
    [workflow, address],
  )
  return (
    <PrintFrame title={t('title', { name: workflow.name })} back={{ to: address, label: t('back_to_workflow') }}>
      <PrintSheet printed={printed} />
    </PrintFrame>
  )
}
