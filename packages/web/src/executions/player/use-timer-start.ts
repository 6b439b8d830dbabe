import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useTranslations } from 'use-intl'
import { uuidV7 } from '../../app/uuid-v7.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { timers } from '../timers/timer-store.ts'

/** Starts a timer for the step in view, named after it and after the time as the text has it. */
export function useTimerStart(
  executionId: number,
  workflow: CompiledWorkflow,
  stepId: number | null,
): (minutes: number, text: string) => void {
  const t = useTranslations('player')
  const toast = useToast()
  return (minutes, text) => {
    const name = workflow.step(stepId)?.name ?? ''
    timers.put({
      id: uuidV7(),
      execution_id: executionId,
      step_id: stepId ?? 0,
      label: `${name} · ${text}`,
      duration_ms: minutes * 60_000,
      end_at: Date.now() + minutes * 60_000,
      paused_remaining_ms: null,
      is_acknowledged: false,
    })
    toast({ text: t('timer_started', { duration: text }) })
  }
}
