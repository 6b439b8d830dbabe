import type { DeviceKind } from '@hidesync/contract/executions/presence.schemas'
import { readDevice, writeDevice } from './device-storage.ts'
import { uuidV7 } from './uuid-v7.ts'

/** Below this many pixels on its shorter side what one touches is a phone. */
const phoneSize = 600

const made = uuidV7()

/** What this device calls itself: for good where it can remember, else as long as the page is open. */
export function deviceId(): string {
  const known = readDevice('device')
  if (typeof known === 'string') return known
  writeDevice('device', made)
  return made
}

export const deviceKind = (): DeviceKind =>
  !matchMedia('(pointer: coarse)').matches
    ? 'computer'
    : Math.min(screen.width, screen.height) < phoneSize
      ? 'phone'
      : 'tablet'
