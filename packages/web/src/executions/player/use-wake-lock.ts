import { useCallback, useEffect, useRef, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

/** Whether the screen stays on, by the browser's word, and why it does not. */
export type ScreenState = 'on' | 'off' | 'insecure' | 'unsupported' | 'refused'

const key = 'keep_screen'

const impossible = (): ScreenState | null =>
  'wakeLock' in navigator ? null : window.isSecureContext ? 'unsupported' : 'insecure'

/** Keeps the screen on while a run is under way and in view, if it is wanted; lets go when it pauses or is left. */
export function useWakeLock(isWorking: boolean): {
  readonly state: ScreenState
  readonly isWanted: boolean
  readonly want: (isWanted: boolean) => void
} {
  const [isWanted, setWanted] = useState(() => readDevice(key) !== false)
  const [state, setState] = useState<ScreenState>(() => impossible() ?? 'off')
  const lock = useRef<WakeLockSentinel | null>(null)

  useEffect(() => {
    if (!isWanted || !isWorking || impossible() !== null) return
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible' || lock.current !== null) return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (isOver) return void got.release()
        lock.current = got
        setState('on')
        // The browser takes it back when the page is hidden or the battery is low.
        got.addEventListener('release', () => {
          lock.current = null
          setState('off')
        })
      } catch {
        setState('refused')
      }
    }
    const look = () => void ask()
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', look)
      void lock.current?.release()
    }
  }, [isWanted, isWorking])

  const want = useCallback((next: boolean) => {
    writeDevice(key, next ? null : false)
    setWanted(next)
    if (!next && impossible() === null) setState('off')
  }, [])
  return { state, isWanted, want }
}
