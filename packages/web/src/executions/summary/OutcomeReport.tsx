import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { Check, Star, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import styles from '../summary.module.css'
import type { DoneStep } from './material-use.ts'

/** What was said of the result when it was finished: what makes it a success, and how it is liked. */
export function OutcomeReport({ steps }: { readonly steps: readonly DoneStep[] }) {
  const t = useTranslations('summary')
  const report = steps.findLast(({ definition }) => definition.step_type === 'outcome' || definition.is_outcome)?.data
  const criteria = isJsonObject(report?.['success_criteria']) ? Object.entries(report['success_criteria']) : []
  const rating = report?.['rating']
  if (criteria.length === 0 && typeof rating !== 'number') return null
  return (
    <section aria-label={t('report')} className={styles['report']}>
      {typeof rating === 'number' ? (
        <p>
          <Star aria-hidden size={20} />
          {t('rated', { stars: rating })}
        </p>
      ) : null}
      <ul>
        {criteria.map(([criterion, isMet]) => (
          <li key={criterion}>
            {isMet === true ? <Check aria-hidden size={20} /> : <X aria-hidden size={20} />}
            {criterion} <span className="visually-hidden">{t(isMet === true ? 'met' : 'not_met')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
