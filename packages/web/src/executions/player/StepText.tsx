import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { Lightbulb, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Checks } from './Checks.tsx'
import { Instructions } from './Instructions.tsx'
import styles from './step.module.css'
import { useOwnKey } from './own-things.ts'
import { useDeviceSet } from './use-device-set.ts'

interface StepTextProps {
  readonly step: StepDefinition
  readonly executionId: number
  readonly onTimer: (minutes: number, text: string) => void
}

/** What warns comes first and is never folded away. */
export function StepWarnings({ step }: { readonly step: StepDefinition }) {
  const t = useTranslations('player')
  return step.warnings.map(warning => (
    <Banner
      key={warning}
      tone="warning"
      announce="note"
      label={t('caution')}
      icon={<TriangleAlert aria-hidden size={24} />}
    >
      <strong>{t('caution')}:</strong> <bdi>{warning}</bdi>
    </Banner>
  ))
}

/** What to do, how exactly, and what others have learned. */
export function StepText({ step, executionId, onTimer }: StepTextProps) {
  const t = useTranslations('player')
  // Whoever has seen the tips once does not need them in the way again.
  const [seen, setSeen] = useDeviceSet(useOwnKey(executionId, 'tips'))
  const [isFirstLook] = useState(() => !seen.has(step.id))
  useEffect(() => setSeen(step.id, true), [step.id, setSeen])
  return (
    <>
      {step.instructions ? (
        <Checks text={step.instructions} executionId={executionId} stepId={step.id} onTimer={onTimer} />
      ) : null}
      <div data-more className={styles['more']}>
        {step.detailed_instructions ? (
          <Disclosure title={t('more_detail')}>
            <Instructions text={step.detailed_instructions} onTimer={onTimer} />
          </Disclosure>
        ) : null}
        {step.tips.length > 0 ? (
          <Disclosure title={t('tips', { count: step.tips.length })} isOpenAtFirst={isFirstLook}>
            <ul className={styles['tips']}>
              {step.tips.map(tip => (
                <li key={tip}>
                  <Lightbulb aria-hidden size={20} />
                  <bdi>{tip}</bdi>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </>
  )
}
