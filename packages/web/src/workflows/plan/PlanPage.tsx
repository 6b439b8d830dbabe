import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../../app/ErrorState.tsx'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { PageHeading } from '../../app/PageHeading.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useWorkflow } from '../use-workflow.ts'
import { Plan } from './Plan.tsx'

const route = getRouteApi('/inside/shell/workflows/$id/plan')

/** What to make of a workflow, how much of it, and when; and then to begin. */
export function PlanPage() {
  const t = useTranslations('plan')
  const { id } = route.useParams()
  const workflow = useWorkflow(id)
  const retry = () => void workflow.refetch()
  if (workflow.isError && !workflow.data) return <ErrorPage error={workflow.error} onRetry={retry} />
  if (workflow.isPending)
    return (
      <LoadingRegion onRetry={retry}>
        <PageHeading title={t('loading_title')} isHidden />
        <Skeleton shape="title" />
        <Skeleton shape="row" count={4} />
      </LoadingRegion>
    )
  return <Plan workflow={workflow.data} />
}
