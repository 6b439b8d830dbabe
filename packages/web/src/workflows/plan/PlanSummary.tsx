import { Play } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { ErrorState } from '../../app/ErrorState.tsx'
import { useDurations } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import type { Workflow } from '../OutcomesSection.tsx'
import { useStart } from '../use-start.ts'
import { Difficulty } from '../Difficulty.tsx'
import styles from './plan.module.css'
import type { RunPlan } from './use-plan.ts'

interface PlanSummaryProps {
  readonly workflow: Workflow
  readonly plan: RunPlan
}

const minute = 60_000

/** A day as one speaks of it: the year is clear. */
const later = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** What the plan comes to, always in view, and the button that begins. */
export function PlanSummary({ workflow, plan }: PlanSummaryProps) {
  const t = useTranslations('plan')
  const start = useStart(workflow.id)
  const begin = () => start.mutate({ outcome_id: plan.outcomeId, quantity: plan.pieces })
  const canStart = workflow.permissions.includes('execute') && workflow.steps.length > 0
  return (
    <aside aria-label={t('summary')} className={styles['summary']}>
      <Totals plan={plan} workflow={workflow} />
      {canStart ? (
        <Button variant="primary" size="large" block isPending={start.isPending} onPress={begin}>
          <Play aria-hidden size={20} />
          {start.isPending ? t('starting') : t('start')}
        </Button>
      ) : (
        <p>{workflow.steps.length === 0 ? t('no_steps') : t('not_allowed')}</p>
      )}
      {start.isError ? <ErrorState error={start.error} onRetry={begin} /> : null}
    </aside>
  )
}

interface TotalsProps {
  readonly plan: RunPlan
  readonly workflow: Pick<Workflow, 'difficulty_level' | 'estimated_duration'>
}

function Totals({ plan: { way, pieces, materials, tools }, workflow }: TotalsProps) {
  const t = useTranslations('plan')
  const { difficulty_level: level, estimated_duration: stated } = workflow
  const difficulty = useTranslations('gallery')('facet_difficulty')
  const format = useFormatter()
  const durations = useDurations()
  const now = useNow(30_000)
  const finish = way === null ? null : new Date(now + way.minutes * minute)
  const isToday = finish?.toDateString() === new Date(now).toDateString()
  return (
    <dl className={styles['totals']}>
      {way === null ? null : (
        <div>
          <dt>{t('total_time')}</dt>
          <dd>
            {durations.about(way.minutes)}
            <span className={styles['muted']}> {t('at_most', { duration: durations.about(way.at_most) })}</span>
          </dd>
        </div>
      )}
      {finish === null ? null : (
        <div>
          <dt>{t('done_by')}</dt>
          <dd>{format.dateTime(finish, isToday ? { timeStyle: 'short' } : later)}</dd>
        </div>
      )}
      {stated === null ? null : (
        <div className={styles['extra']}>
          <dt>{t('stated_time')}</dt>
          <dd>{durations.minutes(stated)}</dd>
        </div>
      )}
      {level === null ? null : (
        <div className={styles['extra']}>
          <dt>{difficulty}</dt>
          <dd>
            <Difficulty level={level} />
          </dd>
        </div>
      )}
      <div className={styles['extra']}>
        <dt>{t('pieces')}</dt>
        <dd>{format.number(pieces, { maximumFractionDigits: 2 })}</dd>
      </div>
      <div className={styles['extra']}>
        <dt>{t('to_gather')}</dt>
        <dd>{t('gather_counts', { materials: materials.length, tools: tools.length })}</dd>
      </div>
    </dl>
  )
}
