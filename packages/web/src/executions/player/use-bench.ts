import { useEffect } from 'react'
import { preferences, usePreferences } from '../../app/preferences.ts'
import { useShortcuts } from './use-shortcuts.ts'

export interface Bench {
  readonly isOn: boolean
  readonly enter: () => void
  readonly leave: () => void
}

const change = (bench: boolean) => preferences.change('player', { bench })

/** For gloves and a screen a metre away: as large as it gets. Some browsers give the whole screen only to a press, some not at all. */
function enter(): void {
  change(true)
  void document.documentElement.requestFullscreen?.().catch(() => undefined)
}

function leave(): void {
  change(false)
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
}

/** Bench mode, and the ways out of it: Escape leaves, also where the browser takes the key to leave the full screen. */
export function useBench(isPeek: boolean): Bench {
  const { bench } = usePreferences('player')
  useShortcuts({ Escape: bench && !isPeek ? leave : undefined })
  useEffect(() => {
    if (!bench) return
    const left = () => {
      if (!document.fullscreenElement) change(false)
    }
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [bench])
  return { isOn: bench, enter, leave }
}
