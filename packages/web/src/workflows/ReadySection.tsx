import { Clock, Gauge, PackageOpen } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import { Difficulty } from './Difficulty.tsx'
import { needsOf } from './needs.ts'
import type { Workflow } from './OutcomesSection.tsx'
import styles from './workflow-page.module.css'

interface ReadySectionProps {
  readonly workflow: Pick<Workflow, 'estimated_duration' | 'difficulty_level' | 'steps'>
  /** Minutes that people took on average; null: nobody has finished it. */
  readonly average: number | null
}

/** What has to be there before one can begin: time, skill, things. */
export function ReadySection({ workflow, average }: ReadySectionProps) {
  const t = useTranslations('workflow')
  const durations = useDurations()
  const { estimated_duration, difficulty_level, steps } = workflow
  const waits = steps.filter(({ step_type }) => step_type === 'time').length
  return (
    <section aria-labelledby="ready" className={styles['section']}>
      <h2 id="ready">{t('ready')}</h2>
      <ul className={styles['facts']}>
        {estimated_duration === null ? null : (
          <li>
            <Clock aria-hidden size={20} />
            <span>
              {t('time', { duration: durations.minutes(estimated_duration) })}
              {average === null ? null : (
                <span className={styles['muted']}> {t('time_learned', { duration: durations.about(average) })}</span>
              )}
              {waits > 0 ? <span className={styles['muted']}> {t('waits', { count: waits })}</span> : null}
            </span>
          </li>
        )}
        {difficulty_level ? (
          <li>
            <Gauge aria-hidden size={20} />
            <span>
              <Difficulty level={difficulty_level} />
              <span className={styles['muted']}> {t(`skill_${difficulty_level}`)}</span>
            </span>
          </li>
        ) : null}
        <li>
          <PackageOpen aria-hidden size={20} />
          {t('have_ready', { materials: needsOf(steps, 'material').length, tools: needsOf(steps, 'tool').length })}
        </li>
      </ul>
    </section>
  )
}
