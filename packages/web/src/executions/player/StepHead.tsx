import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { Flag } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useDocumentTitle } from '../../app/PageHeading.tsx'
import { useDurations } from '../../app/use-durations.ts'
import { StepTypeChip } from '../../workflows/StepTypeChip.tsx'
import styles from './step.module.css'

interface StepHeadProps {
  readonly step: StepDefinition
  readonly number: number
  readonly total: number
  /** Minutes worked on it so far; null: it is not open. */
  readonly spent: number | null
  readonly workflowName: string
}

const isWriting = () => document.activeElement?.matches('input:not([type=radio], [type=checkbox]), textarea') === true
/** Up to this much over the estimate is no news. */
const tolerance = 1.2

/** What step it is. The name takes the focus whenever another step comes into view, unless somebody is writing. */
export function StepHead({ step, number, total, spent, workflowName }: StepHeadProps) {
  const t = useTranslations('player')
  const durations = useDurations()
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef<number | null>(null)
  useDocumentTitle(`${step.name} · ${workflowName}`)
  useEffect(() => {
    if (last.current !== null && last.current !== step.id && !isWriting()) {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
    last.current = step.id
  }, [step.id])
  const estimate = step.estimated_duration
  const over = estimate !== null && spent !== null && spent > estimate * tolerance && spent - estimate >= 1
  return (
    <div className={styles['head']}>
      <p className={styles['meta']}>
        <StepTypeChip type={step.step_type} />
        {step.is_milestone && step.step_type !== 'milestone' ? (
          <span className={styles['milestone']}>
            <Flag aria-hidden size={16} />
            {t('milestone')}
          </span>
        ) : null}
        <span>{t('step_of', { number, total })}</span>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{step.name}</bdi>
      </h1>
      <p className={styles['times']}>
        {estimate ? <span>{t('estimated', { duration: durations.minutes(estimate) })}</span> : null}
        {spent !== null && spent >= 1 ? (
          <span>{t('elapsed', { duration: durations.minutes(Math.floor(spent)) })}</span>
        ) : null}
        {over ? <span>{t('over', { duration: durations.minutes(Math.floor(spent - estimate)) })}</span> : null}
      </p>
      {step.description ? <p className={styles['description']}>{step.description}</p> : null}
    </div>
  )
}
