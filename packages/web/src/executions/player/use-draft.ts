import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

const stored = (key: string): string => {
  const value = readDevice(key)
  return typeof value === 'string' ? value : ''
}

export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  /** What has been sent goes; what was written on while it was under way stays. */
  readonly wasSent: (text: string) => void
}

/** A text that is being written: saved on this device with every letter, gone when it is sent. */
export function useDraft(key: string): Draft {
  const [held, setHeld] = useState(() => ({ key, text: stored(key) }))
  const write = useCallback(
    (text: string) => {
      setHeld({ key, text })
      writeDevice(key, text === '' ? null : text)
    },
    [key],
  )
  const wasSent = useCallback(
    (text: string) => {
      const now = stored(key)
      write(now.startsWith(text) ? now.slice(text.length).trimStart() : now)
    },
    [key, write],
  )
  return { text: held.key === key ? held.text : stored(key), write, wasSent }
}
