import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../../app/api.ts'
import { Grace, type Command } from './grace.ts'

/**
 * Lets what is heard wait a moment before `run` does it to a run; `pending` is what is about to be done. Whoever has left the run has
 * nothing done there any more.
 */
export function useGrace(executionId: number, run: (command: Command) => Promise<void>) {
  const { runs } = useApi()
  const [pending, setPending] = useState<string | null>(null)
  const made = useRef<Grace | null>(null)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      made.current?.drop()
    }
  }, [])
  useEffect(() => {
    const view = runs.view(executionId)
    const sequence = () => view.get()?.play.state.sequence
    let seen = sequence()
    return view.subscribe(() => {
      if (sequence() === seen) return
      seen = sequence()
      made.current?.moved()
    })
  }, [runs, executionId])
  const grace = (): Grace => {
    made.current ??= new Grace({
      run: async command => {
        if (!isGone.current) await latest.current(command)
      },
      onPending: setPending,
      wait: (act, delay) => {
        const timer = setTimeout(act, delay)
        return () => clearTimeout(timer)
      },
    })
    return made.current
  }
  return {
    pending,
    hear: (command: Command) => {
      if (!isGone.current) grace().hear(command)
    },
    run: (command: Command) => grace().run(command),
    drop: () => grace().drop(),
  }
}
