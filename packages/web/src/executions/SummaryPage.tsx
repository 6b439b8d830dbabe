import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Trophy, Undo2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorPage, ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { useAskingPlace } from '../app/use-asking-place.ts'
import { useDurations } from '../app/use-durations.ts'
import { AttentionCards } from '../offline/AttentionCards.tsx'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { hasEnded } from './execution.ts'
import { StatusChip } from './StatusChip.tsx'
import { CancelReason } from './summary/CancelReason.tsx'
import { plannedMinutes } from './summary/done-steps.ts'
import { SummaryDetails } from './summary/SummaryDetails.tsx'
import styles from './summary.module.css'
import { useDefinition, useExecution } from './use-execution.ts'

const route = getRouteApi('/inside/shell/runs/$id/summary')

/** What came of a run: the outcome, the time it took against the plan, and what was noted on the way. */
export function SummaryPage() {
  const t = useTranslations('summary')
  const format = useFormatter()
  const durations = useDurations()
  const { runs } = useApi()
  const toast = useToast()
  const { id } = route.useParams()
  const navigate = useNavigate()
  const place = useAskingPlace()
  const execution = useExecution(id)
  const workflow = useDefinition(id)
  const undo = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      place.ask()
      return runs.give(id, { type: 'undo' })
    },
    onSuccess: async given => {
      if (given.ok && !place.isLeft()) await navigate({ to: paths.run, params: { id } })
      if (!given.ok) toast({ text: given.refusal.message })
    },
  })
  const failed = [execution, workflow].find(query => query.isError && query.data === undefined)
  const retry = () => void Promise.all([execution.refetch(), workflow.refetch()])
  if (failed) return <ErrorPage error={failed.error} onRetry={retry} />
  const run = execution.data
  if (!run || !workflow.data)
    return (
      <LoadingRegion onRetry={retry}>
        <PageHeading title={t('loading_title')} isHidden />
        <Skeleton shape="title" />
        <Skeleton shape="row" count={3} />
      </LoadingRegion>
    )
  const { definition } = workflow.data
  const isCompleted = run.status === 'completed'
  const outcome = isCompleted ? definition.outcomes.find(one => one.id === run.selected_outcome_id) : undefined
  const actual = run.total_duration ?? run.progress.elapsed_time
  const ended = new Date(run.completed_at ?? run.started_at)
  return (
    <div className={styles['page']}>
      <AttentionCards runId={id} />
      <div className={styles['head']}>
        <PageHeading title={run.workflow_name} lead={hasEnded(run.status) ? t(`lead_${run.status}`) : t('not_over')} />
        <StatusChip status={run.status} />
      </div>
      {outcome ? (
        <section aria-labelledby="outcome" className={styles['outcome']}>
          <Trophy aria-hidden size={28} />
          <div>
            <h2 id="outcome">{outcome.name}</h2>
            {outcome.description ? (
              <p>
                <bdi>{outcome.description}</bdi>
              </p>
            ) : null}
          </div>
        </section>
      ) : null}
      {run.status === 'cancelled' ? <CancelReason run={run} /> : null}
      {run.failure_reason ? <p className={styles['reason']}>{run.failure_reason}</p> : null}
      <dl className={styles['figures']}>
        <Figure term={t('actual')} value={durations.minutes(actual)} />
        <Figure term={t('planned')} value={durations.minutes(plannedMinutes(run, workflow.data))} />
        <Figure
          term={t('steps_done')}
          value={t('steps_of', { done: run.progress.completed_steps, total: run.progress.total_steps })}
        />
        <Figure
          term={t(run.completed_at ? 'ended' : 'started')}
          value={format.dateTime(ended, { dateStyle: 'medium', timeStyle: 'short' })}
        />
      </dl>
      <div className={styles['actions']}>
        {hasEnded(run.status) ? (
          <Link to={paths.template} params={{ id: run.workflow_id }} className={buttonClass({ variant: 'primary' })}>
            {t('again')}
          </Link>
        ) : (
          <Link to={paths.run} params={{ id }} className={buttonClass({ variant: 'primary' })}>
            {t('continue')}
          </Link>
        )}
        {executionCan('undo', run.state) && run.state.undo_head !== null ? (
          <Button isPending={undo.isPending} onPress={() => undo.mutate()}>
            <Undo2 aria-hidden size={18} />
            {t('undo')}
          </Button>
        ) : null}
        <Link to={paths.runs} className={buttonClass({ variant: 'quiet' })}>
          {t('all_runs')}
        </Link>
      </div>
      {undo.isError ? <ErrorState error={undo.error} /> : null}
      <SummaryDetails run={run} workflow={workflow.data} />
    </div>
  )
}

const Figure = ({ term, value }: { readonly term: string; readonly value: string }) => (
  <div className={styles['figure']}>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
)
