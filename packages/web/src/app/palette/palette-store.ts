import { createStore } from '../store.ts'

/** Whether the palette is open. */
export const paletteStore = createStore(false)

export const closePalette = () => paletteStore.set(false)
