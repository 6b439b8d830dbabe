import { useCallback, useEffect, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

const stored = (key: string): string => {
  const value = readDevice(key)
  return typeof value === 'string' ? value : ''
}

/** A text that is being written: saved on this device with every letter, gone when it is sent. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => stored(key))
  useEffect(() => setDraft(stored(key)), [key])
  const write = useCallback(
    (text: string) => {
      setDraft(text)
      writeDevice(key, text === '' ? null : text)
    },
    [key],
  )
  return [draft, write]
}
