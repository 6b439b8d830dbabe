import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { Trophy } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { StarRating } from '../../../ui/StarRating.tsx'
import type { StepForm } from '../use-step-form.ts'
import { successCriteria } from './success-criteria.ts'
import styles from './forms.module.css'

interface OutcomeFormProps {
  readonly workflow: CompiledWorkflow
  readonly step: CompiledStep
  readonly form: StepForm
}

/** What came of it: the outcome, what makes it a success, and how one likes it. */
export function OutcomeForm({ workflow, step, form }: OutcomeFormProps) {
  const t = useTranslations('player_forms')
  const outcome = workflow.definition.outcomes.find(({ id }) => id === step.outcome_id)
  const criteria = outcome === undefined ? [] : successCriteria(outcome.success_criteria)
  const { values, fill } = form
  const met = isJsonObject(values['success_criteria']) ? values['success_criteria'] : {}
  const { rating } = values
  return (
    <section aria-label={t('outcome')} className={styles['form']}>
      {outcome === undefined ? null : (
        <p className={styles['outcome']}>
          <Trophy aria-hidden size={28} />
          <span>
            <strong>{outcome.name}</strong>
            {outcome.description ? (
              <span className={styles['help']}>
                <bdi>{outcome.description}</bdi>
              </span>
            ) : null}
          </span>
        </p>
      )}
      {criteria.length === 0 ? null : (
        <div>
          <h2 className={styles['title']}>{t('success_criteria')}</h2>
          {criteria.map(criterion => (
            <Checkbox
              key={criterion}
              isSelected={met[criterion] === true}
              onChange={isMet => fill('success_criteria', { ...met, [criterion]: isMet })}
            >
              {criterion}
            </Checkbox>
          ))}
        </div>
      )}
      <StarRating
        label={t('rating')}
        name={stars => t('stars', { stars })}
        value={typeof rating === 'number' ? rating : null}
        onChange={stars => fill('rating', stars)}
      />
    </section>
  )
}
