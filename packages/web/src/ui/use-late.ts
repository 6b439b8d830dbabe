import { useDeferredValue } from 'react'

/** False while a part is drawn for the first time, true right after: what stands beside the main thing waits until that is on the screen. */
export const useLate = (): boolean => useDeferredValue(true, false)
