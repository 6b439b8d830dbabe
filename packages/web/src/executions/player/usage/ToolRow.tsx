import { toolConditions } from '@hidesync/domain/inventory/usage'
import { useTranslations } from 'use-intl'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RadioRow } from '../../../ui/RadioRow.tsx'
import styles from './usage.module.css'
import type { UsageRow } from './use-usage-rows.ts'

interface RowProps {
  readonly row: UsageRow
  readonly onChange: (values: Partial<UsageRow>) => void
}

/** How long a tool was used, and what it is like now. */
export function ToolRow({ row, onChange }: RowProps) {
  const t = useTranslations('usage')
  const { resource, minutes, condition } = row
  return (
    <li className={styles['row']}>
      <p className={styles['name']}>{resource.name}</p>
      <div className={styles['fields']}>
        <NumberField
          label={t('tool_time')}
          unit={t('minutes')}
          value={minutes}
          onChange={value => onChange({ minutes: value })}
        />
        <RadioRow
          label={t('condition')}
          choices={toolConditions.map(value => ({ value, text: t(`condition_${value}`) }))}
          value={condition}
          onChange={value => onChange({ condition: toolConditions.find(one => one === value) ?? 'good' })}
        />
      </div>
      {condition === 'damaged' ? <p className={styles['planned']}>{t('damaged_help')}</p> : null}
    </li>
  )
}
