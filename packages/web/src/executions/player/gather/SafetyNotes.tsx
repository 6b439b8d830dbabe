import { safetyWarnings } from '@hidesync/domain/step-types/safety-notes'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { CircleAlert, ShieldAlert, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Banner } from '../../../ui/Banner.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import styles from './gather.module.css'

const wording = (warning: string) =>
  warning
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()

/** Each once, also where two authors end the same sentence otherwise. */
const withoutRepeats = (warnings: readonly string[]): readonly string[] =>
  warnings.filter((warning, index) => warnings.findIndex(other => wording(other) === wording(warning)) === index)

interface SafetyNotesProps {
  readonly workflow: CompiledWorkflow
  /** What nobody begins without having read. */
  readonly serious: readonly string[]
  readonly isRead: boolean
  readonly onRead: (isRead: boolean) => void
  readonly problem: string | null
}

/** What one has to mind: the serious warnings, to be acknowledged, and what the steps and tools ask for beside. All of it is seen. */
export function SafetyNotes({ workflow, serious, isRead, onRead, problem }: SafetyNotesProps) {
  const t = useTranslations('gather')
  const locale = useLocale()
  const own = workflow.steps.flatMap(({ definition }) => definition.warnings)
  const ofThings = workflow.steps.flatMap(({ definition }) => safetyWarnings(definition, locale))
  const others = withoutRepeats([...serious, ...own, ...ofThings]).filter(warning => !serious.includes(warning))
  if (serious.length === 0 && others.length === 0) return null
  return (
    <section aria-labelledby="safety" className={styles['safety']}>
      <h2 id="safety">{t('safety')}</h2>
      {serious.map(warning => (
        <Banner key={warning} tone="warning" announce="note" icon={<TriangleAlert aria-hidden size={24} />}>
          <bdi>{warning}</bdi>
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
        <Banner
          tone="warning"
          announce="note"
          label={t('other_notes', { count: others.length })}
          icon={<ShieldAlert aria-hidden size={24} />}
        >
          <ul className={styles['notes']}>
            {others.map(warning => (
              <li key={warning}>
                <bdi>{warning}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </section>
  )
}
