import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { paths } from '../app/paths.ts'
import { When } from '../app/When.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { hasEnded, type ExecutionSummary } from './execution.ts'
import styles from './run-card.module.css'
import { StatusChip } from './StatusChip.tsx'
import { RunTimer } from './timers/RunTimer.tsx'

type ShownRun = Pick<
  ExecutionSummary,
  | 'id'
  | 'workflow_name'
  | 'status'
  | 'current_step_name'
  | 'progress_percentage'
  | 'completed_steps'
  | 'total_steps'
  | 'completed_at'
  | 'updated_at'
>

/** One run in a list: where it stands, and the way back to it. */
export function RunCard({ run, level }: { readonly run: ShownRun; readonly level: 2 | 3 }) {
  const t = useTranslations('runs')
  const Name = level === 2 ? 'h2' : 'h3'
  const ended = hasEnded(run.status)
  return (
    <article className={styles['card']}>
      <div className={styles['head']}>
        <Name className={styles['name']}>
          <Link to={ended ? paths.runSummary : paths.run} params={{ id: run.id }}>
            {run.workflow_name}
            <span className="visually-hidden">{t('number', { id: run.id })}</span>
          </Link>
        </Name>
        <StatusChip status={run.status} />
      </div>
      {run.current_step_name && !ended ? (
        <p className={styles['step']}>{t('at_step', { name: run.current_step_name })}</p>
      ) : null}
      <ProgressBar
        label={t('progress_of', { name: run.workflow_name })}
        value={run.progress_percentage}
        text={t('progress', {
          done: run.completed_steps,
          ahead: run.total_steps - run.completed_steps,
          percent: Math.round(run.progress_percentage),
        })}
      />
      {ended ? null : <RunTimer executionId={run.id} />}
      <p className={styles['foot']}>
        <When at={run.completed_at ?? run.updated_at} />
        <span aria-hidden className={styles['go']}>
          {t(ended ? 'see_result' : 'continue')}
          <ArrowRight size={18} className={styles['arrow']} />
        </span>
      </p>
    </article>
  )
}
