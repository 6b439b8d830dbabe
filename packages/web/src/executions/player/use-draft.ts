import { useCallback, useRef, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

const stored = (key: string): string => {
  const value = readDevice(key)
  return typeof value === 'string' ? value : ''
}

const keep = (key: string, text: string) => writeDevice(key, text === '' ? null : text)

export interface Draft {
  readonly text: string
  readonly write: (text: string) => void
  /** What has been sent goes; what was written on while it was under way stays. */
  readonly wasSent: (text: string) => void
}

/** A text that is being written: saved on this device with every letter, gone when it is sent. */
export function useDraft(key: string): Draft {
  const [held, setHeld] = useState(() => ({ key, text: stored(key) }))
  // What is on the device may be what another tab writes.
  const latest = useRef(held)
  const write = useCallback(
    (text: string) => {
      latest.current = { key, text }
      setHeld(latest.current)
      keep(key, text)
    },
    [key],
  )
  const wasSent = useCallback(
    (text: string) => {
      const isHere = latest.current.key === key
      const now = isHere ? latest.current.text : stored(key)
      const rest = now.startsWith(text) ? now.slice(text.length).trimStart() : now
      if (isHere) write(rest)
      else keep(key, rest)
    },
    [key, write],
  )
  return { text: held.key === key ? held.text : stored(key), write, wasSent }
}
