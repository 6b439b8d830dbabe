import { exactQuantity } from '@hidesync/domain/inventory/planned-quantity'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useQuantityText, useUnitText } from '../../../workflows/use-quantity-text.ts'
import { unitStep } from './unit-step.ts'
import styles from './usage.module.css'
import type { UsageRow } from './use-usage-rows.ts'

interface RowProps {
  readonly row: UsageRow
  readonly onChange: (values: Partial<UsageRow>) => void
}

/** How much of a material was used, beside how much was planned. */
export function MaterialRow({ row, onChange }: RowProps) {
  const t = useTranslations('usage')
  const quantityText = useQuantityText()
  const unitText = useUnitText()
  const { resource, planned, actual, waste } = row
  const name = resource.name ?? ''
  const unit = unitText(resource.unit, actual ?? 2)
  const field = {
    ...(unit === '' ? {} : { unit }),
    step: unitStep(resource.unit, planned),
  }
  const chips =
    planned === null
      ? []
      : [
          { label: t('as_planned'), amount: planned },
          { label: t('none'), amount: 0 },
          { label: t('ten_percent'), amount: exactQuantity(planned * 1.1) },
        ]
  return (
    <li className={styles['row']}>
      <p className={styles['name']}>
        {name}{' '}
        <span className={styles['planned']}>
          {planned === null ? t('no_plan') : t('planned', { amount: quantityText(planned, resource.unit) || '1' })}
        </span>
      </p>
      <div className={styles['fields']}>
        <NumberField label={t('used')} value={actual} onChange={value => onChange({ actual: value })} {...field} />
        <NumberField label={t('waste')} value={waste} onChange={value => onChange({ waste: value })} {...field} />
      </div>
      <div className={styles['chips']}>
        {chips.map(({ label, amount }) => (
          <Button key={label} aria-label={t('chip', { label, name })} onPress={() => onChange({ actual: amount })}>
            {label}
          </Button>
        ))}
      </div>
    </li>
  )
}
