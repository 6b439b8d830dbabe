import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Printed } from '../workflows/print/PrintSheet.tsx'
import type { Execution } from './execution.ts'

/** A run as the sheets show it; null until it is there. */
export function usePrintedRun(
  execution: Execution | undefined,
  workflow: CompiledWorkflow | undefined,
): Printed | null {
  const t = useTranslations('print')
  const format = useFormatter()
  return useMemo(() => {
    if (execution === undefined || workflow === undefined) return null
    const { id, workflow_name, quantity, started_at, step_executions = [] } = execution
    return {
      title: workflow_name,
      description: null,
      difficulty: null,
      duration: null,
      workflow,
      pieces: quantity,
      address: new URL(`/runs/${id}`, location.origin).href,
      run: t('run', { id, date: format.dateTime(new Date(started_at), { dateStyle: 'medium' }) }),
      done: new Map(
        step_executions.map(({ step_id, status, notes }) => [step_id, { is_done: status === 'completed', notes }]),
      ),
    }
  }, [execution, workflow, t, format])
}
