import { useCallback, useSyncExternalStore } from 'react'
import { createStore } from '../../app/store.ts'

/** Whether the device may show that a timer has ended while something else is in front; `missing`: its browser has no such thing. */
export type Permission = NotificationPermission | 'missing' | 'insecure'

function permission(): Permission {
  if (!window.isSecureContext) return 'insecure'
  return 'Notification' in window ? Notification.permission : 'missing'
}

const store = createStore(permission())
// It is given and taken in the browser's own settings; one comes back from there.
const look = () => store.set(permission())
window.addEventListener('focus', look)
document.addEventListener('visibilitychange', look)

export interface Notices {
  readonly permission: Permission
  /** Asks the person; says what they answered. */
  readonly ask: () => Promise<Permission>
}

export function useNotices(): Notices {
  const state = useSyncExternalStore(store.subscribe, store.get)
  const ask = useCallback(async () => {
    await Notification.requestPermission()
    look()
    return permission()
  }, [])
  return { permission: state, ask }
}
