import { useEffect } from 'react'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useTranslations } from 'use-intl'
import { clockText } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { timers } from '../timers/timer-store.ts'
import styles from './step-timer.module.css'
import { timeLeft } from './time-left.ts'

const minute = 60_000

interface StepTimerProps {
  readonly state: ExecutionState
  readonly stepId: number
  readonly name: string
  readonly minutes: number
}

/** The main thing on a time step: how long still, in digits that one can read from the other end of the bench. */
export function StepTimer({ state, stepId, name, minutes }: StepTimerProps) {
  const t = useTranslations('player')
  const now = useNow(500)
  const left = timeLeft(state, stepId, minutes, now)
  const share = Math.min(1, Math.max(0, 1 - left / (minutes * minute)))
  return (
    <div className={styles['timer']}>
      <span role="timer" aria-label={name} className={styles['digits']}>
        {left >= 0 ? clockText(left) : `+${clockText(-left)}`}
      </span>
      <span className={styles['state']}>{left > 0 ? t('time_running') : t('time_over')}</span>
      <span aria-hidden className={styles['track']}>
        <span className={styles['fill']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  )
}

/** Time steps that run have their place in the tray too, so that they ring in every room. */
export function useStepTimersInTray(executionId: number, workflow: CompiledWorkflow, state: ExecutionState): void {
  useEffect(() => {
    const prefix = `step:${executionId}:`
    const now = Date.now()
    const wanted = new Map<string, { step_id: number; label: string; duration_ms: number; left: number }>()
    if (state.status === 'active' || state.status === 'paused')
      for (const [key, open] of Object.entries(state.open)) {
        const step = workflow.compiledStep(Number(key))
        if (step === undefined || step.kind !== 'time' || open.started_at === undefined || step.duration === 0) continue
        wanted.set(`${prefix}${key}:${open.started_at}`, {
          step_id: step.id,
          label: step.definition.name,
          duration_ms: step.duration * minute,
          left: timeLeft(state, step.id, step.duration, now),
        })
      }
    for (const { id } of timers.all()) if (id.startsWith(prefix) && !wanted.has(id)) timers.remove(id)
    for (const [id, { left, ...timer }] of wanted) {
      const known = timers.all().find(one => one.id === id)
      if (known === undefined || Math.abs(known.end_at - now - left) >= 1000)
        timers.put({
          ...timer,
          id,
          execution_id: executionId,
          end_at: now + left,
          paused_remaining_ms: null,
          is_acknowledged: known?.is_acknowledged ?? false,
        })
    }
  }, [executionId, workflow, state])
}
