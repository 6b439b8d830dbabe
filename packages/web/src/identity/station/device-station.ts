import { readDevice, writeDevice } from '../../app/device-storage.ts'

/** What makes this device a station: people of the workshop take turns at it. */
export interface DeviceStation {
  readonly id: number
  readonly name: string
  readonly workshop_id: number
  /** Shows what runs in the workshop, and lets people sign in by PIN; nothing else. */
  readonly token: string
}

const key = 'station'

/** Null: an ordinary device. */
export function readStation(): DeviceStation | null {
  const kept = readDevice(key)
  if (typeof kept !== 'object' || kept === null) return null
  const { id, name, workshop_id, token } = kept as Partial<Record<keyof DeviceStation, unknown>>
  if (typeof id !== 'number' || typeof workshop_id !== 'number') return null
  return typeof name === 'string' && typeof token === 'string' ? { id, name, workshop_id, token } : null
}

export const keepStation = (station: DeviceStation | null): void => writeDevice(key, station)
