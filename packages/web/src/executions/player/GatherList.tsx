import { plannedQuantity } from '@hidesync/domain/inventory/planned-quantity'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useQuantityText } from '../../workflows/use-quantity-text.ts'
import type { Execution } from '../execution.ts'
import styles from './gather-list.module.css'
import { useOwnKey } from './own-things.ts'
import { useDeviceSet } from './use-device-set.ts'

interface GatherListProps {
  readonly execution: Execution
  readonly step: StepDefinition
}

/** What the step needs in this run, to be ticked off; this device remembers the ticks for the run. */
export function GatherList({ execution, step }: GatherListProps) {
  const t = useTranslations('player')
  const quantityText = useQuantityText()
  const [gathered, change] = useDeviceSet(useOwnKey(execution.id, 'gathered'))
  const { resources } = step
  const have = resources.filter(({ id }) => gathered.has(id)).length
  return (
    <section aria-labelledby="gather" className={styles['gather']}>
      <h2 id="gather">
        {t('resources')} <span className={styles['count']}>{t('gathered', { have, all: resources.length })}</span>
      </h2>
      <ul>
        {resources.map(resource => {
          const quantity = quantityText(plannedQuantity(step, resource, execution.quantity), resource.unit)
          return (
            <li key={resource.id}>
              <Checkbox isSelected={gathered.has(resource.id)} onChange={isIn => change(resource.id, isIn)}>
                <span className={styles['name']}>{resource.name ?? t('unnamed_resource')}</span>
                {quantity ? <span className={styles['quantity']}> {quantity}</span> : null}
                {resource.is_optional ? <span className={styles['detail']}> {t('optional')}</span> : null}
                {resource.notes ? (
                  <span className={styles['notes']}>
                    <bdi>{resource.notes}</bdi>
                  </span>
                ) : null}
              </Checkbox>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
