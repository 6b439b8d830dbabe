import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

/** A set of ids that this device remembers, such as what has been fetched for a run. */
export function useDeviceSet(key: string): readonly [ReadonlySet<number>, (id: number, isIn: boolean) => void] {
  const [ids, setIds] = useState<ReadonlySet<number>>(() => {
    const stored = readDevice(key)
    return new Set(Array.isArray(stored) ? stored.filter((id: unknown): id is number => typeof id === 'number') : [])
  })
  const change = useCallback(
    (id: number, isIn: boolean) => {
      setIds(old => {
        const next = new Set(old)
        if (isIn) next.add(id)
        else next.delete(id)
        writeDevice(key, next.size === 0 ? null : [...next])
        return next
      })
    },
    [key],
  )
  return [ids, change]
}
