import { useCallback, useSyncExternalStore } from 'react'
import { scaledQuery } from './text-scale.ts'

/** Whether a media query holds now, sizes measured in the text that the person chose. */
export function useMedia(query: string): boolean {
  const asked = scaledQuery(query)
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(asked)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [asked],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(asked).matches)
}
