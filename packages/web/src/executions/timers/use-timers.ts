import type { TimerOfRun } from '@hidesync/contract/executions/timer.schemas'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { useApi } from '../../app/api.ts'
import { uuidV7 } from '../../app/uuid-v7.ts'
import { useToast } from '../../ui/Toasts.tsx'
import { heard } from './heard-store.ts'
import { stateOf, type Timer } from './timer.ts'

const minute = 60_000

/** A timer of a run that is not on this device, by this device's clock. */
const elsewhere = (timer: TimerOfRun, now: number): Timer => ({
  id: timer.id,
  timer_id: timer.id,
  execution_id: timer.execution_id,
  step_id: timer.step_id,
  label: timer.label || timer.workflow_name,
  duration_ms: timer.minutes * minute,
  end_at: now + timer.remaining * minute,
  paused_remaining_ms: timer.status === 'paused' ? timer.remaining * minute : null,
})

/** All that counts down for the person: in the runs that this device keeps, with or without a connection, and in the others as the server has them. */
export function useTimers(): readonly Timer[] {
  const { runs, client, session } = useApi()
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  const others = useQuery({
    queryKey: ['executions', 'timers'],
    queryFn: async ({ signal }) => {
      const all = await client.timers.mine({}, { signal })
      return all.map(timer => elsewhere(timer, Date.now()))
    },
    enabled: status === 'signed_in',
    retry: false,
  })
  return useMemo(() => {
    const here = new Set(packed.map(({ id }) => id))
    return [
      ...packed.flatMap(({ timers }) => timers),
      ...(others.data ?? []).filter(({ execution_id }) => !here.has(execution_id)),
    ]
  }, [packed, others.data])
}

/** Those that have ended, and that nobody has said they heard. */
export function useRinging(timers: readonly Timer[], now: number): readonly Timer[] {
  const known = useSyncExternalStore(heard.subscribe, heard.get)
  return timers.filter(timer => stateOf(timer, now) === 'done' && !known.includes(timer.id))
}

export interface TimerCommands {
  readonly pause: (timer: Timer) => void
  readonly resume: (timer: Timer) => void
  readonly addMinutes: (timer: Timer, minutes: number) => void
  /** Starts it once more, for as long as it was set to. */
  readonly again: (timer: Timer) => void
  /** Takes it away; of one that has ended: it was heard. */
  readonly stop: (timer: Timer) => void
}

/** What one can do with a timer, wherever in the app one is: commands of its run. */
export function useTimerCommands(): TimerCommands {
  const { runs } = useApi()
  const toast = useToast()
  return useMemo(() => {
    type Request = Parameters<typeof runs.give>[1]
    const give = async ({ execution_id }: Timer, requests: readonly Request[]) => {
      for (const request of requests) {
        const given = await runs.give(execution_id, request)
        if (!given.ok) return toast({ text: given.refusal.message })
      }
    }
    const run = (timer: Timer, ...requests: readonly Request[]) =>
      void give(timer, requests).catch((error: unknown) => toast({ text: String(error) }))
    const own = (type: 'pause_timer' | 'resume_timer' | 'stop_timer') => (timer: Timer) => {
      if (timer.timer_id === null) heard.add(timer.id)
      else run(timer, { type, timer_id: timer.timer_id })
    }
    return {
      pause: own('pause_timer'),
      resume: own('resume_timer'),
      stop: own('stop_timer'),
      again: timer => {
        const { timer_id, step_id, label, duration_ms } = timer
        if (timer_id === null) return
        const start = {
          type: 'start_timer',
          timer_id: uuidV7(),
          minutes: duration_ms / minute,
          label,
          step_id,
        } as const
        run(timer, { type: 'stop_timer', timer_id }, start)
      },
      addMinutes: (timer, minutes) => {
        if (timer.timer_id !== null) run(timer, { type: 'extend_timer', timer_id: timer.timer_id, minutes })
      },
    }
  }, [runs, toast])
}
