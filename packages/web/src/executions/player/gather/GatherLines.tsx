import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { resourceTypes } from '@hidesync/domain/workflows/definition'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { RadioRow } from '../../../ui/RadioRow.tsx'
import { useQuantityText } from '../../../workflows/use-quantity-text.ts'
import type { Execution } from '../../execution.ts'
import { useOwnKey } from '../own-things.ts'
import { useDeviceSet } from '../use-device-set.ts'
import { gatherByKind, gatherByStep, type GatherLine } from './gather-groups.ts'
import styles from './gather.module.css'

interface GatherLinesProps {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
}

/** All materials and tools to be ticked off, by kind or by the step that needs them; the ticks are those of the steps. */
export function GatherLines({ execution, workflow }: GatherLinesProps) {
  const t = useTranslations('gather')
  const [order, setOrder] = useState<'kind' | 'step'>('kind')
  const [gathered, change] = useDeviceSet(useOwnKey(execution.id, 'gathered'))
  const groups = useMemo(() => {
    const { steps } = workflow.definition
    return order === 'kind' ? gatherByKind(steps, execution.quantity) : gatherByStep(steps, execution.quantity)
  }, [workflow, order, execution.quantity])
  const lines = groups.flatMap(group => group.lines)
  if (lines.length === 0) return null
  const isIn = (line: GatherLine) => line.ids.every(id => gathered.has(id))
  const titleOf = (key: string) => {
    const type = resourceTypes.find(one => one === key)
    return type === undefined ? (workflow.step(Number(key))?.name ?? '') : t(type)
  }
  return (
    <section aria-labelledby="have-ready" className={styles['lines']}>
      <div className={styles['linesHead']}>
        <h2 id="have-ready">
          {t('have_ready')}{' '}
          <span className={styles['count']}>
            {t('at_hand', { have: lines.filter(line => isIn(line)).length, all: lines.length })}
          </span>
        </h2>
        <RadioRow
          label={t('order')}
          isLabelHidden
          choices={[
            { value: 'kind', text: t('by_kind') },
            { value: 'step', text: t('by_step') },
          ]}
          value={order}
          onChange={value => setOrder(value === 'step' ? 'step' : 'kind')}
        />
      </div>
      <div className={styles['groups']}>
        {groups.map(group => (
          <section key={group.key} aria-label={titleOf(group.key)} className={styles['group']}>
            <h3>{titleOf(group.key)}</h3>
            <ul>
              {group.lines.map(line => (
                <li key={line.ids.join(' ')}>
                  <Checkbox isSelected={isIn(line)} onChange={isOn => line.ids.forEach(id => change(id, isOn))}>
                    <Line line={line} />
                  </Checkbox>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

function Line({ line }: { readonly line: GatherLine }) {
  const t = useTranslations('player')
  const quantityText = useQuantityText()
  const quantity = quantityText(line.quantity, line.unit)
  return (
    <>
      <strong className={styles['name']}>{line.name}</strong>
      {quantity ? <span className={styles['quantity']}> {quantity}</span> : null}
      {line.is_optional ? <span className={styles['detail']}> {t('optional')}</span> : null}
      {line.notes.map(note => (
        <span key={note} className={styles['note']}>
          <bdi>{note}</bdi>
        </span>
      ))}
    </>
  )
}
