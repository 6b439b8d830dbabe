import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useTranslations } from 'use-intl'
import { uuidV7 } from '../../app/uuid-v7.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Commands } from './use-commands.ts'

/** What the label of a timer may have; the name of a step may be longer. */
const longest = 200

/** Starts a timer for the step in view, named after it and after the time as the text has it. */
export function useTimerStart(
  commands: Commands,
  workflow: CompiledWorkflow,
  stepId: number | null,
): (minutes: number, text: string) => void {
  const t = useTranslations('player')
  const toast = useToast()
  const start = async (minutes: number, text: string) => {
    const label = `${workflow.step(stepId)?.name ?? ''} · ${text}`.slice(-longest)
    const started = await commands.run({ type: 'start_timer', timer_id: uuidV7(), minutes, label, step_id: stepId })
    if (started !== null) toast({ text: t('timer_started', { duration: text }) })
  }
  return (minutes, text) => void start(minutes, text)
}
