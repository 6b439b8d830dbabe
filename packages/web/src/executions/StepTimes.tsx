import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import { hasEnded, type Execution } from './execution.ts'
import { passesIn, type StepPass } from './summary/done-steps.ts'
import styles from './summary.module.css'

interface StepTimesProps {
  readonly run: Execution
  readonly workflow: CompiledWorkflow
}

/** Planned against actual time of every pass of the steps that were settled, with what was noted on it. */
export function StepTimes({ run, workflow }: StepTimesProps) {
  const t = useTranslations('summary')
  const state = useTranslations('player')
  const durations = useDurations()
  const rows = passesIn(run, workflow)
  const several = new Set(rows.flatMap(({ passed }) => (passed.iteration > 1 ? [passed.step_id] : [])))
  /** Nobody goes on with it: the run ended before it was done. */
  const isLeft = ({ status }: StepPass['passed']) => hasEnded(run.status) && (status === 'ready' || status === 'active')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="times" className={styles['times']}>
      <h2 id="times">{t('per_step')}</h2>
      <table aria-labelledby="times">
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col" className={styles['number']}>
              {t('planned_short')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('actual_short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ definition, passed: execution }) => (
            <tr key={`${definition.id} ${execution.iteration}`}>
              <th scope="row">
                {definition.name}
                {several.has(definition.id) ? (
                  <span className={styles['note']}>{state('pass', { number: execution.iteration })}</span>
                ) : null}
                {execution.status === 'completed' ? null : (
                  <span className={styles['note']}>
                    {isLeft(execution) ? t('not_done') : state(`state_${execution.status}`)}
                  </span>
                )}
                {execution.notes ? (
                  <span className={styles['note']}>
                    <bdi>{execution.notes}</bdi>
                  </span>
                ) : null}
              </th>
              <td className={styles['number']}>
                {definition.estimated_duration === null ? '–' : durations.minutes(definition.estimated_duration)}
              </td>
              <td className={styles['number']}>
                {execution.actual_duration === null ? '–' : durations.minutes(execution.actual_duration)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
