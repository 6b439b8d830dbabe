import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { readStation } from '../identity/station/device-station.ts'
import { useApi } from './api.ts'
import { paths } from './paths.ts'
import { createStore } from './store.ts'

/** Whether somebody is being asked if they want to go before everything is sent. */
export const leaving = createStore(false)

interface SignOut {
  /** Ends the session, once it was said what is not sent yet, if anything. */
  readonly ask: () => Promise<void>
  /** Ends the session and goes to the door. Also when the server cannot be reached: on this device one is signed out. */
  readonly leave: () => Promise<void>
}

export function useSignOut(): SignOut {
  const { session, runs, photos } = useApi()
  const navigate = useNavigate()
  const leave = useCallback(async () => {
    await session.signOut().catch(() => undefined)
    // From a station one has gone back to its list.
    if (readStation() === null) await navigate({ to: paths.login })
  }, [session, navigate])
  const ask = useCallback(async () => {
    const isWaiting = runs.packed.get().some(({ play }) => play.queue.length > 0) || photos.waiting.get().length > 0
    if (isWaiting) leaving.set(true)
    else await leave()
  }, [runs, photos, leave])
  return { ask, leave }
}
