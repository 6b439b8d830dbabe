import { useCallback, useMemo, useRef, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'
import { useOwnKey } from './own-things.ts'

/** What is written on the steps of a run and not sent yet: saved on this device with every letter, gone when it is sent. */
export interface Notes {
  readonly of: (stepId: number) => string
  /** Something is being written on the step, or was left there. */
  readonly isBegun: (stepId: number) => boolean
  readonly write: (stepId: number, text: string) => void
  /** Keeps words that had another place, behind what has been written. */
  readonly keep: (stepId: number, text: string) => void
  /** What has been sent goes; what was written on while it was under way stays. */
  readonly wasSent: (stepId: number, text: string) => void
  /** The step that somebody is writing on and has not sent it: they stay there wherever the run goes. */
  readonly writingOn: number | null
  /** They are done with writing, or go elsewhere themselves. */
  readonly stop: () => void
}

interface Held {
  readonly key: string
  readonly text: string
}

const stored = (key: string): string => {
  const value = readDevice(key)
  return typeof value === 'string' ? value : ''
}

export function useNotes(executionId: number): Notes {
  const place = useOwnKey(executionId, 'draft')
  const [held, setHeld] = useState<Held | null>(null)
  // What is on the device may be what another tab writes.
  const latest = useRef(held)
  const [writingOn, setWritingOn] = useState<number | null>(null)
  const put = useCallback((key: string, text: string) => {
    latest.current = { key, text }
    setHeld(latest.current)
    writeDevice(key, text === '' ? null : text)
  }, [])
  return useMemo(() => {
    const keyOf = (stepId: number) => `${place}.${stepId}`
    const textIn = (now: Held | null, key: string) => (now?.key === key ? now.text : stored(key))
    const of = (stepId: number) => textIn(held, keyOf(stepId))
    return {
      of,
      isBegun: stepId => stepId === writingOn || of(stepId) !== '',
      write: (stepId, text) => {
        put(keyOf(stepId), text)
        setWritingOn(stepId)
      },
      keep: (stepId, text) => {
        const key = keyOf(stepId)
        put(key, [textIn(latest.current, key).trim(), text].filter(one => one !== '').join('\n'))
      },
      wasSent: (stepId, text) => {
        const key = keyOf(stepId)
        const now = textIn(latest.current, key)
        const rest = now.startsWith(text) ? now.slice(text.length).trimStart() : now
        if (latest.current?.key === key) put(key, rest)
        else writeDevice(key, rest === '' ? null : rest)
      },
      writingOn: writingOn !== null && of(writingOn) !== '' ? writingOn : null,
      stop: () => setWritingOn(null),
    }
  }, [held, place, put, writingOn])
}
