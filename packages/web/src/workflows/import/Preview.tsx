import { useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { StepTypeChip } from '../StepTypeChip.tsx'
import styles from './import.module.css'
import type { ImportReport } from './use-import.ts'

/** What the file holds, as an outline. */
export function Preview({ preview }: { readonly preview: NonNullable<ImportReport['preview']> }) {
  const t = useTranslations('import')
  const durations = useDurations()
  const { name, description, steps, outcomes } = preview
  return (
    <section aria-labelledby="preview" className={styles['section']}>
      <h2 id="preview">{t('preview', { name })}</h2>
      {description ? <p>{description}</p> : null}
      <p className={styles['muted']}>{t('counts', { steps: steps.length, outcomes: outcomes.length })}</p>
      <ol className={styles['outline']}>
        {steps.map((step, index) => (
          <li key={`${index} ${step.name}`}>
            <span className={styles['number']}>{index + 1}</span>
            <span>{step.name}</span>
            <StepTypeChip type={step.step_type} />
            <span className={styles['muted']}>
              {step.estimated_duration ? durations.minutes(step.estimated_duration) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
