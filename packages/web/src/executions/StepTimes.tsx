import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import type { Execution } from './execution.ts'
import styles from './summary.module.css'

interface StepTimesProps {
  readonly run: Execution
  readonly workflow: CompiledWorkflow
}

/** Planned against actual time of every step that was settled, with what was noted on it. */
export function StepTimes({ run, workflow }: StepTimesProps) {
  const t = useTranslations('summary')
  const state = useTranslations('player')
  const durations = useDurations()
  const done = new Map(run.step_executions?.map(step => [step.step_id, step]))
  const rows = workflow.steps.flatMap(({ definition }) => {
    const execution = done.get(definition.id)
    return execution === undefined || execution.status === 'dead' || execution.status === 'pending'
      ? []
      : [{ definition, execution }]
  })
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
          {rows.map(({ definition, execution }) => (
            <tr key={definition.id}>
              <th scope="row">
                {definition.name}
                {execution.status === 'completed' ? null : (
                  <span className={styles['note']}>{state(`state_${execution.status}`)}</span>
                )}
                {execution.notes ? <span className={styles['note']}>{execution.notes}</span> : null}
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
