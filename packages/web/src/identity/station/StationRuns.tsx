import type { StationView } from '@hidesync/contract/identity/station.schemas'
import { useTranslations } from 'use-intl'
import { StatusChip } from '../../executions/StatusChip.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './station.module.css'

interface StationRunsProps {
  readonly runs: StationView['runs']
  readonly onOpen: (id: number) => void
}

/** Each run is one large button: what, where it stands, whose. */
export function StationRuns({ runs, onOpen }: StationRunsProps) {
  const t = useTranslations('station')
  const words = useTranslations('runs')
  if (runs.length === 0) return <p className={styles['none']}>{t('no_runs')}</p>
  return (
    <ul aria-label={t('runs')} className={styles['runs']}>
      {runs.map(run => (
        <li key={run.id} className={styles['card']}>
          <h2>
            <button type="button" className={styles['open']} onClick={() => onOpen(run.id)}>
              {run.workflow_name}
              <span className="visually-hidden">{words('number', { id: run.id })}</span>
            </button>
          </h2>
          <StatusChip status={run.status} />
          {run.current_step_name === null ? null : <p>{words('at_step', { name: run.current_step_name })}</p>}
          <ProgressBar
            label={words('progress_of', { name: run.workflow_name })}
            value={run.progress_percentage}
            text={t('percent', { percent: Math.round(run.progress_percentage) })}
          />
          {run.started_by_name === null ? null : <p className={styles['by']}>{run.started_by_name}</p>}
        </li>
      ))}
    </ul>
  )
}
