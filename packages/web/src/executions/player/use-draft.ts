import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

const stored = (key: string): string => {
  const value = readDevice(key)
  return typeof value === 'string' ? value : ''
}

/** A text that is being written: saved on this device with every letter, gone when it is sent. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [held, setHeld] = useState(() => ({ key, text: stored(key) }))
  const write = useCallback(
    (text: string) => {
      setHeld({ key, text })
      writeDevice(key, text === '' ? null : text)
    },
    [key],
  )
  return [held.key === key ? held.text : stored(key), write]
}
