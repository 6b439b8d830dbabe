import { useEffect, useState } from 'react'
import { preferences, usePreferences, type Preferences } from '../preferences.ts'

/** How long "Saved" stays. */
const shown = 4_000

/** Whether something was saved just now; `mark()` says that it was. */
export function useSaved(): { readonly isSaved: boolean; readonly mark: () => void } {
  const [times, setTimes] = useState(0)
  const [isSaved, setSaved] = useState(false)
  useEffect(() => {
    if (times === 0) return
    const timer = setTimeout(() => setSaved(false), shown)
    return () => clearTimeout(timer)
  }, [times])
  return {
    isSaved,
    mark: () => {
      setSaved(true)
      setTimes(count => count + 1)
    },
  }
}

/** One field of the preferences: kept as soon as it changes, and whether that was just now. */
export function usePreference<S extends keyof Preferences, F extends keyof Preferences[S]>(section: S, field: F) {
  const value = usePreferences(section)[field]
  const { isSaved, mark } = useSaved()
  const change = (next: Preferences[S][F]) => {
    preferences.change(section, { [field]: next } as unknown as Partial<Preferences[S]>)
    mark()
  }
  return { value, change, isSaved }
}
