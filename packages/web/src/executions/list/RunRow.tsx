import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import styles from '../../app/list-page.module.css'
import { paths } from '../../app/paths.ts'
import { When } from '../../app/When.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { hasEnded, type ExecutionSummary } from '../execution.ts'
import { StatusChip } from '../StatusChip.tsx'
import { RunTimer } from '../timers/RunTimer.tsx'

interface RunRowProps {
  readonly run: ExecutionSummary
  readonly isSelected: boolean
  readonly onSelect: (isSelected: boolean) => void
}

/** One run in the list: where it stands, whose it is, and when it was last touched. */
export function RunRow({ run, isSelected, onSelect }: RunRowProps) {
  const t = useTranslations('runs')
  const bulk = useTranslations('bulk')
  const ended = hasEnded(run.status)
  const { workflow_name: name, completed_steps: done, total_steps: total } = run
  return (
    <li className={styles['row']}>
      <SelectBox
        label={bulk('select', { name: t('numbered', { name, id: run.id }) })}
        isSelected={isSelected}
        onChange={onSelect}
      />
      <div className={styles['main']}>
        <div>
          <h2 className={styles['name']}>
            <Link to={ended ? paths.runSummary : paths.run} params={{ id: run.id }}>
              {name}
              <span className="visually-hidden">{t('number', { id: run.id })}</span>
            </Link>
          </h2>
          {ended || run.current_step_name === null ? null : (
            <p className={styles['text']}>{t('at_step', { name: run.current_step_name })}</p>
          )}
        </div>
        <div>
          <ProgressBar
            label={t('progress_of', { name })}
            value={run.progress_percentage}
            text={t('progress', { done, ahead: total - done, percent: Math.round(run.progress_percentage) })}
          />
          <p className={styles['meta']}>
            {run.started_by_name === null ? null : <span>{run.started_by_name}</span>}
            <When at={run.completed_at ?? run.updated_at} />
          </p>
          {ended ? null : <RunTimer executionId={run.id} />}
        </div>
      </div>
      <div className={styles['end']}>
        <StatusChip status={run.status} />
      </div>
    </li>
  )
}
