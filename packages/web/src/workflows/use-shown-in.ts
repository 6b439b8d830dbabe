import type { shownIn } from '@hidesync/domain/inventory/shown-in'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../app/preferences.ts'
import { createStore } from '../app/store.ts'

type ShownIn = typeof shownIn

/** The rules of all units, which only they load who want another unit than the author's. */
const rules = createStore<{ readonly shownIn: ShownIn } | null>(null)

/** How a quantity reads in the units that one likes; null: as it is written, also until that is known. */
export function useShownIn(): (quantity: number, unit: string) => ReturnType<ShownIn> {
  const { units } = usePreferences('language')
  const loaded = useSyncExternalStore(rules.subscribe, rules.get)
  const isWanted = units !== 'as_written' && loaded === null
  useEffect(() => {
    // Where it cannot be fetched, quantities stay as they are written.
    if (isWanted) void import('@hidesync/domain/inventory/shown-in').then(rules.set, () => undefined)
  }, [isWanted])
  return useCallback(
    (quantity, unit) => (units === 'as_written' ? null : (loaded?.shownIn(units, quantity, unit) ?? null)),
    [units, loaded],
  )
}
