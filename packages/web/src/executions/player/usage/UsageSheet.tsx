import type { JsonObject, StepDefinition } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { MaterialRow } from './MaterialRow.tsx'
import { ToolRow } from './ToolRow.tsx'
import styles from './usage.module.css'
import { useUsageRows } from './use-usage-rows.ts'

interface UsageSheetProps {
  readonly step: StepDefinition
  /** How many pieces the run makes. */
  readonly pieces: number
  /** That the step took so far. */
  readonly minutes: number
  readonly confirm: string
  readonly onRecord: (usage: JsonObject) => void
  /** Absent: it has to be recorded now. */
  readonly onLater?: () => void
  readonly onClose: () => void
}

/** What a step really used: filled in with the plan, so that one press is enough where all went as planned. */
export function UsageSheet({ step, pieces, minutes, confirm, onRecord, onLater, onClose }: UsageSheetProps) {
  const t = useTranslations('usage')
  const { materials, tools, change, usage } = useUsageRows(step, pieces, minutes)
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { name: step.name })} onConfirm={() => onRecord(usage())}>
      <ul className={styles['rows']}>
        {materials.map(row => (
          <MaterialRow key={row.resource.id} row={row} onChange={values => change(row.resource.id, values)} />
        ))}
      </ul>
      {tools.length === 0 ? null : (
        <Disclosure title={t('tools', { count: tools.length })} level={3}>
          <ul className={styles['rows']}>
            {tools.map(row => (
              <ToolRow key={row.resource.id} row={row} onChange={values => change(row.resource.id, values)} />
            ))}
          </ul>
        </Disclosure>
      )}
      <DialogActions>
        {onLater === undefined ? null : <Button onPress={onLater}>{t('later')}</Button>}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog takes the focus anyway, and one press is all that is usually needed */}
        <Button variant="primary" size="large" autoFocus onPress={() => onRecord(usage())}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
