import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { readStation } from '../identity/station/device-station.ts'
import { useApi } from './api.ts'
import { paths } from './paths.ts'

/** Ends the session and goes to the door. Also when the server cannot be reached: on this device one is signed out. */
export function useSignOut(): () => Promise<void> {
  const { session } = useApi()
  const navigate = useNavigate()
  return useCallback(async () => {
    await session.signOut().catch(() => undefined)
    // From a station one has gone back to its list.
    if (readStation() === null) await navigate({ to: paths.login })
  }, [session, navigate])
}
