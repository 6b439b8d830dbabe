import { useEffect } from 'react'
import { keptScreen, screenCannot, useKeptScreen } from '../../app/kept-screen.ts'

/** Keeps the screen on while a run is under way and in view, if it is wanted; lets go when it pauses or is left. */
export function useWakeLock(isWorking: boolean): void {
  const { isWanted } = useKeptScreen()
  useEffect(() => {
    if (!isWanted || !isWorking || screenCannot() !== null) return
    let isOver = false
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (document.visibilityState !== 'visible' || lock !== null) return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (isOver) return void got.release()
        lock = got
        keptScreen.say('on')
        // The browser takes it back when the page is hidden or the battery is low.
        got.addEventListener('release', () => {
          lock = null
          if (!isOver) keptScreen.say('off')
        })
      } catch {
        if (!isOver) keptScreen.say('refused')
      }
    }
    const look = () => void ask()
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', look)
      void lock?.release()
      keptScreen.say('off')
    }
  }, [isWanted, isWorking])
}
