import { Flag } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import type { Workflow } from './OutcomesSection.tsx'
import { StepTypeChip } from './StepTypeChip.tsx'
import styles from './workflow-page.module.css'

/** All steps in order, with what kind each is and how long it takes. */
export function StepsSection({ steps }: { readonly steps: Workflow['steps'] }) {
  const t = useTranslations('workflow')
  const durations = useDurations()
  const sorted = steps.toSorted((a, b) => a.display_order - b.display_order)
  return (
    <section aria-labelledby="steps" className={styles['section']}>
      <h2 id="steps">{t('steps', { count: steps.length })}</h2>
      {steps.length === 0 ? <p className={styles['muted']}>{t('no_steps')}</p> : null}
      <ol className={styles['steps']}>
        {sorted.map((step, index) => (
          <li key={step.id} className={styles['step']}>
            <span aria-hidden className={styles['number']}>
              {index + 1}
            </span>
            <div className={styles['stepBody']}>
              <h3>{step.name}</h3>
              {step.description ? <p className={styles['muted']}>{step.description}</p> : null}
              <p className={styles['meta']}>
                <StepTypeChip type={step.step_type} />
                {step.is_milestone && step.step_type !== 'milestone' ? (
                  <span className={styles['milestone']}>
                    <Flag aria-hidden size={14} />
                    {t('milestone')}
                  </span>
                ) : null}
                {step.estimated_duration ? <span>{durations.minutes(step.estimated_duration)}</span> : null}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
