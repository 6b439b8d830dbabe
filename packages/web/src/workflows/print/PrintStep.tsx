import { criteriaOf } from '@hidesync/domain/step-types/criteria'
import { useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { Instructions } from '../../executions/player/Instructions.tsx'
import { needsOf, quantityFor } from '../needs.ts'
import { otherWays, type ListedStep } from '../step-ways.ts'
import { builtIn } from '../StepTypeChip.tsx'
import { useQuantityText, useToleranceText } from '../use-quantity-text.ts'
import { useStepNames } from '../use-step-names.ts'
import type { PrintOptions } from './print-options.ts'
import styles from './print-sheet.module.css'

interface PrintStepProps {
  readonly listed: ListedStep
  readonly pieces: number
  readonly options: PrintOptions
  readonly record: { readonly is_done: boolean; readonly notes: string | null } | undefined
}

/** So many letters fill more than half a page: such a step may be parted. */
const long = 1_200

/** One step on paper. Its title never stands alone at the foot of a page, and a short step is never parted. */
export function PrintStep({ listed, pieces, options, record }: PrintStepProps) {
  const t = useTranslations('print')
  const type = useTranslations('step_type')
  const durations = useDurations()
  const { number, step, wait_before } = listed
  const { name, step_type, instructions, detailed_instructions, description, estimated_duration, warnings, tips } =
    step.definition
  const text = [instructions ?? description, detailed_instructions].filter(part => part !== null && part !== '')
  const isLong = text.join('').length > long
  const facts = [
    type(builtIn(step_type)),
    estimated_duration ? durations.minutes(estimated_duration) : null,
    wait_before > 0 ? t('wait_before', { duration: durations.minutes(wait_before) }) : null,
  ]
  const tick = record?.is_done ? '☑' : '☐'
  return (
    <li className={styles['step']} data-long={isLong || undefined}>
      <div className={styles['title']}>
        <h3>
          {options.boxes ? <span className={styles['box']}>{tick}</span> : null} {number}. <bdi>{name}</bdi>
        </h3>
        <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {warnings.map(warning => (
        <p key={warning} className={styles['warning']}>
          <strong>{t('caution')}</strong> <bdi>{warning}</bdi>
        </p>
      ))}
      {options.resources ? <StepNeeds {...{ listed, pieces }} /> : null}
      {text.map(part => (
        <Instructions key={part} text={part ?? ''} />
      ))}
      {step.kind === 'quality_check' ? <Criteria listed={listed} isTicked={options.boxes} /> : null}
      {tips.map(tip => (
        <p key={tip} className={styles['tip']}>
          {t('tip', { tip })}
        </p>
      ))}
      <Ways listed={listed} />
      {record?.notes ? <p className={styles['tip']}>{t('noted', { notes: record.notes })}</p> : null}
      {options.notes ? <div aria-hidden className={styles['lines']} /> : null}
    </li>
  )
}

/** What the step takes, in a line. */
function StepNeeds({ listed: { step }, pieces }: { readonly listed: ListedStep; readonly pieces: number }) {
  const t = useTranslations('print')
  const quantityText = useQuantityText()
  const needs = [...needsOf([step.definition], 'material'), ...needsOf([step.definition], 'tool')]
  if (needs.length === 0) return null
  const list = needs.map(need => `${need.name} ${quantityText(quantityFor(need, pieces), need.unit)}`.trim())
  return <p className={styles['takes']}>{t('takes', { list: list.join(', ') })}</p>
}

/** What a check looks at, line by line. */
function Criteria({ listed: { step }, isTicked }: { readonly listed: ListedStep; readonly isTicked: boolean }) {
  const toleranceText = useToleranceText()
  return criteriaOf(step.definition).map(({ name, standard, tolerance }) => {
    const bounds = tolerance === null ? standard : toleranceText(tolerance)
    return (
      <p key={name} className={styles['criterion']}>
        {isTicked ? '☐ ' : null}
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {bounds === null ? null : ` · ${bounds}`}
      </p>
    )
  })
}

/** "If power tools: go to 9": where each option leads, and where one goes from a step otherwise than to the next, for there is nothing to press on paper. */
function Ways({ listed }: { readonly listed: ListedStep }) {
  const t = useTranslations('print')
  const named = useStepNames()
  return (
    <>
      {listed.options.map(({ id, text, next, leads_back, outcome }) => (
        <p key={id} className={styles['way']}>
          {t(leads_back ? 'if_back' : 'if_go', { option: text, steps: named(next) })}
          {outcome === null ? null : ` ${t('if_outcome', { outcome })}`}
        </p>
      ))}
      {otherWays(listed).map(({ key, steps }) => (
        <p key={key} className={styles['way']}>
          {t(key, { steps: named(steps) })}
        </p>
      ))}
    </>
  )
}
