import { useSyncExternalStore } from 'react'
import { readDevice, writeDevice } from './device-storage.ts'
import { createStore } from './store.ts'

/** Whether the screen stays on, by the browser's word, and why it does not. */
export type ScreenState = 'on' | 'off' | 'insecure' | 'unsupported' | 'refused'

export interface KeptScreen {
  readonly state: ScreenState
  readonly isWanted: boolean
}

const key = 'keep_screen'

/** Why the screen cannot be kept on here; null: it can. */
export const screenCannot = (): 'insecure' | 'unsupported' | null =>
  'wakeLock' in navigator ? null : window.isSecureContext ? 'unsupported' : 'insecure'

const store = createStore<KeptScreen>({ state: screenCannot() ?? 'off', isWanted: readDevice(key) !== false })

export const keptScreen = {
  say: (state: ScreenState): void => store.set({ ...store.get(), state }),
  want: (isWanted: boolean): void => {
    writeDevice(key, isWanted ? null : false)
    store.set({ ...store.get(), isWanted })
  },
}

/** One lock for the page, and every part that speaks of it reads it here. */
export const useKeptScreen = (): KeptScreen => useSyncExternalStore(store.subscribe, store.get)
