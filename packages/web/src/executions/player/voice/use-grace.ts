import { useEffect, useRef, useState } from 'react'
import { Grace, type Command } from './grace.ts'

/** Lets what is heard wait a moment before `run` does it; `pending` is what is about to be done. */
export function useGrace(run: (command: Command) => Promise<void>) {
  const [pending, setPending] = useState<string | null>(null)
  const made = useRef<Grace | null>(null)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => () => made.current?.drop(), [])
  const grace = (): Grace => {
    made.current ??= new Grace({
      run: command => latest.current(command),
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
    hear: (command: Command) => grace().hear(command),
    run: (command: Command) => grace().run(command),
    drop: () => grace().drop(),
  }
}
