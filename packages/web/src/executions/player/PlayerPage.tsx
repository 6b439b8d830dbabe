import { getRouteApi, Navigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../../app/ErrorState.tsx'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { usePreferences } from '../../app/preferences.ts'
import { StandAlone } from '../../app/StandAlone.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { hasEnded } from '../execution.ts'
import { RunTheme } from '../RunTheme.tsx'
import { useOwnThings } from './own-things.ts'
import { Player } from './Player.tsx'
import { useDefinition, useExecution } from '../use-execution.ts'
import type { PlayerViewName } from './view-names.ts'

const route = getRouteApi('/inside/runs/$id')
const PrintTwin = lazy(() => import('../PrintTwin.tsx').then(({ PrintTwin: it }) => ({ default: it })))

export function PlayerPage() {
  const t = useTranslations('player')
  const { id } = route.useParams()
  const { view: preferred } = usePreferences('player')
  const { step, view = preferred } = route.useSearch()
  const navigate = route.useNavigate()
  const execution = useExecution(id)
  const workflow = useDefinition(id)
  const onPeek = useCallback(
    (stepId: number | null) =>
      void navigate({
        search: old => ({ ...(old.view ? { view: old.view } : {}), ...(stepId === null ? {} : { step: stepId }) }),
        resetScroll: false,
      }),
    [navigate],
  )
  const onView = useCallback(
    (next: PlayerViewName) => void navigate({ search: old => ({ ...old, view: next }), resetScroll: false }),
    [navigate],
  )
  useOwnThings(id, execution.data?.status)
  const failed = [execution, workflow].find(query => query.isError && query.data === undefined)
  if (failed)
    return (
      <StandAlone>
        <ErrorPage error={failed.error} onRetry={() => void Promise.all([execution.refetch(), workflow.refetch()])} />
      </StandAlone>
    )
  if (!execution.data || !workflow.data)
    return (
      <StandAlone>
        <LoadingRegion onRetry={() => void Promise.all([execution.refetch(), workflow.refetch()])}>
          <PageHeading title={t('loading_title')} isHidden />
          <Skeleton shape="title" />
          <Skeleton count={6} />
        </LoadingRegion>
      </StandAlone>
    )
  if (hasEnded(execution.data.status)) return <Navigate to={paths.runSummary} params={{ id }} replace />
  return (
    <RunTheme workflowId={execution.data.workflow_id}>
      <Player
        key={id}
        execution={execution.data}
        workflow={workflow.data}
        viewName={view}
        onView={onView}
        peekId={step ?? null}
        onPeek={onPeek}
      />
      <Suspense>
        <PrintTwin executionId={id} />
      </Suspense>
    </RunTheme>
  )
}
