import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import styles from './workflow-page.module.css'

export type Workflow = RouteOutput<Routes['workflows']['get']>

/** Criteria are free JSON; what reads as a list of sentences is shown as one. */
export function criteriaOf(criteria: JsonValue): readonly string[] {
  if (typeof criteria === 'string') return criteria.trim() === '' ? [] : [criteria]
  if (Array.isArray(criteria)) return criteria.filter((line: JsonValue): line is string => typeof line === 'string')
  return []
}

/** What one has in hand at the end. */
export function OutcomesSection({ outcomes }: { readonly outcomes: Workflow['outcomes'] }) {
  const t = useTranslations('workflow')
  if (outcomes.length === 0) return null
  return (
    <section aria-labelledby="outcomes" className={styles['section']}>
      <h2 id="outcomes">{t('outcomes', { count: outcomes.length })}</h2>
      <ul className={styles['outcomes']}>
        {outcomes.map(outcome => (
          <li key={outcome.id} className={styles['outcome']}>
            <h3>
              <bdi>{outcome.name}</bdi>
            </h3>
            {outcome.description ? (
              <p>
                <bdi>{outcome.description}</bdi>
              </p>
            ) : null}
            <ul className={styles['criteria']}>
              {criteriaOf(outcome.success_criteria).map(line => (
                <li key={line}>
                  <Check aria-hidden size={18} />
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
