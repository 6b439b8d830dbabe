import { Timer as TimerIcon } from 'lucide-react'
import { useNow } from '../../app/use-now.ts'
import { Chip } from '../../ui/Chip.tsx'
import { digitsOf, soonestFirst, stateOf } from './timer.ts'
import { useTimers } from './use-timers.ts'

/** The timer of a run that ends next; nothing, where none runs. */
export function RunTimer({ executionId }: { readonly executionId: number }) {
  const timers = useTimers().filter(({ execution_id }) => execution_id === executionId)
  const now = useNow(timers.length > 0 ? 1000 : null)
  const [next] = soonestFirst(timers, now).filter(timer => stateOf(timer, now) === 'running')
  if (next === undefined) return null
  return (
    <div>
      <Chip tone="accent">
        <TimerIcon aria-hidden size={14} />
        {digitsOf(next, now)} · {next.label}
      </Chip>
    </div>
  )
}
