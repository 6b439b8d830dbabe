import { CornerDownRight, Flag, Hourglass } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import { Chip } from '../ui/Chip.tsx'
import { compiledOf, type Graph } from './compiled-of.ts'
import { listSteps, otherWays, type ListedStep, type OptionTarget } from './step-ways.ts'
import { StepTypeChip } from './StepTypeChip.tsx'
import { useStepNames } from './use-step-names.ts'
import styles from './steps.module.css'

/** All steps in order: what kind each is, how long it takes, and where it leads if that is not simply the next one. */
export function StepsSection({ workflow }: { readonly workflow: Graph }) {
  const t = useTranslations('workflow')
  const steps = useMemo(() => listSteps(compiledOf(workflow)), [workflow])
  return (
    <section aria-labelledby="steps" className={styles['section']}>
      <h2 id="steps">{t('steps', { count: steps.length })}</h2>
      {steps.length === 0 ? <p className={styles['muted']}>{t('no_steps')}</p> : null}
      <ol className={styles['steps']}>
        {steps.map(listed => (
          <Step key={listed.step.id} listed={listed} />
        ))}
      </ol>
    </section>
  )
}

function Step({ listed }: { readonly listed: ListedStep }) {
  const t = useTranslations('workflow')
  const durations = useDurations()
  const { number, step, options, wait_before } = listed
  const { name, description, step_type, is_milestone, estimated_duration } = step.definition
  return (
    <li className={styles['step']}>
      <span aria-hidden className={styles['number']}>
        {number}
      </span>
      <div className={styles['body']}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {description ? (
          <p className={styles['muted']}>
            <bdi>{description}</bdi>
          </p>
        ) : null}
        <p className={styles['meta']}>
          <StepTypeChip type={step_type} />
          {is_milestone && step_type !== 'milestone' ? (
            <span className={styles['milestone']}>
              <Flag aria-hidden size={14} />
              {t('milestone')}
            </span>
          ) : null}
          {estimated_duration ? <span>{durations.minutes(estimated_duration)}</span> : null}
          {wait_before > 0 ? (
            <span className={styles['wait']}>
              <Hourglass aria-hidden size={14} />
              {t('wait_before', { duration: durations.minutes(wait_before) })}
            </span>
          ) : null}
        </p>
        {options.length > 0 ? (
          <ul className={styles['options']}>
            {options.map(option => (
              <Option key={option.id} option={option} />
            ))}
          </ul>
        ) : null}
        <OtherWays listed={listed} />
      </div>
    </li>
  )
}

/** Where a step leads otherwise than to the next one, in the words of the sheets to print. */
function OtherWays({ listed }: { readonly listed: ListedStep }) {
  const t = useTranslations('print')
  const named = useStepNames()
  return otherWays(listed).map(({ key, steps }) => (
    <p key={key} className={styles['way']}>
      <CornerDownRight aria-hidden size={16} className="flip" />
      {t(key, { steps: named(steps) })}
    </p>
  ))
}

/** One option of a decision, and where it leads. */
function Option({ option }: { readonly option: OptionTarget }) {
  const t = useTranslations('workflow')
  const named = useStepNames()
  const { text, next, leads_back, outcome, is_default } = option
  return (
    <li className={styles['way']}>
      <CornerDownRight aria-hidden size={16} className="flip" />
      <span>
        <strong>
          <bdi>{text}</bdi>
        </strong>{' '}
        {is_default ? <Chip>{t('usual')}</Chip> : null}{' '}
        {next.length > 0 ? t(leads_back ? 'back_to' : 'go_to', { steps: named(next) }) : null}{' '}
        {outcome === null ? null : t('leads_to', { outcome })}
      </span>
    </li>
  )
}
