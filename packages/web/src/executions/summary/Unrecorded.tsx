import { recordedUsage } from '@hidesync/domain/inventory/usage'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { JsonObject, StepDefinition } from '@hidesync/domain/workflows/definition'
import { ClipboardList } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { useQuantityText } from '../../workflows/use-quantity-text.ts'
import type { Execution } from '../execution.ts'
import { TroubleBanner } from '../player/TroubleBanner.tsx'
import { UsageSheet } from '../player/usage/UsageSheet.tsx'
import { useCommands } from '../player/use-commands.ts'
import styles from '../summary.module.css'
import { unrecorded, usedMark, type DoneStep } from './material-use.ts'

interface UnrecordedProps {
  readonly run: Execution
  readonly workflow: CompiledWorkflow
  readonly steps: readonly DoneStep[]
}

/** The steps whose use was left for later, to be recorded now: as a line in the notes, for the step itself is settled. */
export function Unrecorded({ run, workflow, steps }: UnrecordedProps) {
  const t = useTranslations('summary')
  const format = useFormatter()
  const quantityText = useQuantityText()
  const commands = useCommands(run, workflow)
  const [open, setOpen] = useState<DoneStep | null>(null)
  const left = unrecorded(steps)
  if (left.length === 0) return null
  const record = (step: StepDefinition, resource_usage: JsonObject) => {
    setOpen(null)
    const amounts = step.resources.flatMap(resource => {
      const quantity = recordedUsage({ resource_usage }, resource)?.['actual_quantity']
      if (typeof quantity !== 'number') return []
      return [`${quantityText(quantity, resource.unit) || '1'} ${resource.name ?? ''}`]
    })
    void commands.run({
      type: 'note',
      step_id: step.id,
      text: `${usedMark} ${t('used_lead', { amounts: format.list(amounts) })}`,
    })
  }
  return (
    <section aria-labelledby="unrecorded" className={styles['unrecorded']}>
      <h2 id="unrecorded">{t('unrecorded')}</h2>
      <p>{t('unrecorded_lead')}</p>
      <TroubleBanner commands={commands} />
      <ul>
        {left.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- several passes of a step differ in their place alone
          <li key={`${step.definition.id} ${index}`}>
            <Button onPress={() => setOpen(step)}>
              <ClipboardList aria-hidden size={18} />
              {t('record_step', { name: step.definition.name })}
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <UsageSheet
          step={open.definition}
          pieces={run.quantity}
          minutes={open.minutes ?? 0}
          confirm={t('record')}
          onRecord={usage => record(open.definition, usage)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
