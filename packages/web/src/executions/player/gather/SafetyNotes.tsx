import { safetyWarnings } from '@hidesync/domain/step-types/safety-notes'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Banner } from '../../../ui/Banner.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import styles from './gather.module.css'

interface SafetyNotesProps {
  readonly workflow: CompiledWorkflow
  /** What nobody begins without having read. */
  readonly serious: readonly string[]
  readonly isRead: boolean
  readonly onRead: (isRead: boolean) => void
  readonly problem: string | null
}

/** What one has to mind: the serious warnings in full, to be acknowledged; what the steps and tools ask for beside, to be looked up. */
export function SafetyNotes({ workflow, serious, isRead, onRead, problem }: SafetyNotesProps) {
  const t = useTranslations('gather')
  const locale = useLocale()
  const others = [
    ...new Set(
      workflow.steps.flatMap(({ definition }) => [...definition.warnings, ...safetyWarnings(definition, locale)]),
    ),
  ].filter(warning => !serious.includes(warning))
  if (serious.length === 0 && others.length === 0) return null
  return (
    <section aria-labelledby="safety" className={styles['safety']}>
      <h2 id="safety">{t('safety')}</h2>
      {serious.map(warning => (
        <Banner key={warning} tone="warning" announce="note" icon={<TriangleAlert aria-hidden size={24} />}>
          {warning}
        </Banner>
      ))}
      {serious.length === 0 ? null : (
        <Checkbox isSelected={isRead} onChange={onRead}>
          {t('acknowledge')}
        </Checkbox>
      )}
      {problem === null ? null : (
        <Banner tone="info" announce="alert" icon={<CircleAlert aria-hidden />}>
          {problem}
        </Banner>
      )}
      {others.length === 0 ? null : (
        <Disclosure title={t('other_notes', { count: others.length })} level={3}>
          <ul className={styles['notes']}>
            {others.map(warning => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
