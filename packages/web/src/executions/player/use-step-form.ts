import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { useCallback, useState } from 'react'
import { readDevice, writeDevice } from '../../app/device-storage.ts'

/** What has been filled in for a step: it is kept on this device until the step is settled. */
export interface StepForm {
  readonly values: JsonObject
  readonly fill: (name: string, value: JsonValue) => void
  readonly clear: () => void
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
  const clear = useCallback(() => {
    writeDevice(key, null)
    setHeld({ key, values: {} })
  }, [key])
  return { values, fill, clear }
}
