import { safetyWarnings } from '@hidesync/domain/step-types/safety-notes'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { ShieldAlert, Wrench } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import styles from './tool-cards.module.css'

/** The tools of a step, each with what its author says of it, and what one has to mind with them. */
export function ToolCards({ step }: { readonly step: StepDefinition }) {
  const t = useTranslations('player_forms')
  const locale = useLocale()
  const tools = step.resources.filter(({ resource_type, name }) => resource_type === 'tool' && name !== null)
  if (tools.length === 0) return null
  const warnings = safetyWarnings(step, locale).filter(warning => !step.warnings.includes(warning))
  return (
    <section aria-label={t('tools')} className={styles['tools']}>
      <ul className={styles['cards']}>
        {tools.map(tool => (
          <li key={tool.id}>
            <Wrench aria-hidden size={20} />
            <span>
              <strong>{tool.name}</strong>
              {tool.notes ? <span className={styles['notes']}>{tool.notes}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {warnings.map(warning => (
        <p key={warning} role="note" className={styles['safety']}>
          <ShieldAlert aria-hidden size={20} />
          {warning}
        </p>
      ))}
    </section>
  )
}
