import { criteriaOf, keepsTolerance, type Criterion } from '@hidesync/domain/step-types/criteria'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RadioRow } from '../../../ui/RadioRow.tsx'
import { useToleranceText, useUnitText } from '../../../workflows/use-quantity-text.ts'
import type { StepForm } from '../use-step-form.ts'
import styles from './forms.module.css'
import { stepWithin } from './step-within.ts'

/** A check line by line: each passes, fails, or is of no concern; what is measured is judged by its bounds. */
export function QualityCheck({ step, form }: { readonly step: StepDefinition; readonly form: StepForm }) {
  const t = useTranslations('player_forms')
  const criteria = criteriaOf(step)
  if (criteria.length === 0) return null
  const { values, fill } = form
  const results = isJsonObject(values['criteria']) ? values['criteria'] : {}
  const measured = isJsonObject(values['measured']) ? values['measured'] : {}
  const judge = (name: string, result: string) => fill('criteria', { ...results, [name]: result })
  const measure = ({ name, tolerance }: Criterion, value: number | null) => {
    fill('measured', { ...measured, [name]: value })
    if (value !== null && tolerance !== null) judge(name, keepsTolerance(tolerance, value) ? 'pass' : 'fail')
  }
  const open = criteria.filter(({ name }) => results[name] === undefined)
  return (
    <section aria-labelledby="criteria" data-blocker="criteria" className={styles['form']}>
      <h2 id="criteria" className={styles['title']}>
        {t('criteria')} <span className={styles['count']}>{t('criteria_left', { count: open.length })}</span>
      </h2>
      {criteria.map(criterion => (
        <CriterionLine
          key={criterion.name}
          criterion={criterion}
          result={results[criterion.name] ?? null}
          measured={measured[criterion.name] ?? null}
          onResult={result => judge(criterion.name, result)}
          onMeasure={value => measure(criterion, value)}
        />
      ))}
      {open.length > 1 ? (
        <Button
          onPress={() =>
            fill('criteria', { ...results, ...Object.fromEntries(open.map(({ name }) => [name, 'pass'])) })
          }
        >
          {t('all_pass')}
        </Button>
      ) : null}
    </section>
  )
}

interface CriterionLineProps {
  readonly criterion: Criterion
  readonly result: unknown
  readonly measured: unknown
  readonly onResult: (result: string) => void
  readonly onMeasure: (value: number | null) => void
}

function CriterionLine({ criterion, result, measured, onResult, onMeasure }: CriterionLineProps) {
  const t = useTranslations('player_forms')
  const toleranceText = useToleranceText()
  const unitText = useUnitText()
  const { name, standard, tolerance } = criterion
  const help = tolerance === null ? standard : toleranceText(tolerance)
  return (
    <div className={styles['criterion']} data-result={typeof result === 'string' ? result : 'open'}>
      <RadioRow
        label={name}
        help={help}
        choices={[
          { value: 'pass', text: t('pass'), tone: 'good' },
          { value: 'fail', text: t('fail'), tone: 'bad' },
          { value: 'not_applicable', text: t('not_applicable') },
        ]}
        value={typeof result === 'string' ? result : null}
        onChange={onResult}
      />
      {tolerance === null ? null : (
        <NumberField
          label={t('measured', { name })}
          unit={unitText(tolerance.unit, typeof measured === 'number' ? measured : 2)}
          step={stepWithin(tolerance)}
          min={-Infinity}
          value={typeof measured === 'number' ? measured : null}
          onChange={onMeasure}
        />
      )}
    </div>
  )
}
