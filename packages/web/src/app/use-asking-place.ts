import { useRouter } from '@tanstack/react-router'
import { useRef } from 'react'

export interface AskingPlace {
  /** Somebody asks for something here. */
  readonly ask: () => void
  /** They have gone elsewhere, or are on their way, since they asked: the answer leads nowhere. */
  readonly isLeft: () => boolean
}

/** Where something was asked for whose answer leads to another page. */
export function useAskingPlace(): AskingPlace {
  const router = useRouter()
  const place = useRef<string>(undefined)
  return {
    ask: () => {
      place.current = router.latestLocation.pathname
    },
    isLeft: () => router.latestLocation.pathname !== place.current,
  }
}
