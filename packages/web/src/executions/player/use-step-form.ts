import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

/** What has been filled in for a step: it stays on this device with the run, for whoever takes the step back. */
export interface StepForm {
  readonly values: JsonObject
  readonly fill: (name: string, value: JsonValue) => void
}

const stored = (key: string): JsonObject => {
  const value = readDevice(key) as JsonValue
  return isJsonObject(value) ? value : {}
}

export function useStepForm(key: string): StepForm {
  const [held, setHeld] = useState(() => ({ key, values: stored(key) }))
  const values = held.key === key ? held.values : stored(key)
  const fill = useCallback(
    (name: string, value: JsonValue) =>
      setHeld(old => {
        const next = { ...(old.key === key ? old.values : stored(key)), [name]: value }
        writeDevice(key, next)
        return { key, values: next }
      }),
    [key],
  )
  return { values, fill }
}
