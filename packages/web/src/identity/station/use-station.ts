import { ApiError } from '@hidesync/contract/client'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'
import { keepStation, type DeviceStation } from './device-station.ts'

/** The server does not know the station's token any more. */
export const isEnded = (error: unknown): boolean => error instanceof ApiError && error.status === 401

/** What goes on in the workshop, as the station may see it with nobody signed in; asked again twice a minute. A station that has ended is forgotten. */
export function useStationView({ id, token }: DeviceStation) {
  const { clientAs } = useApi()
  return useQuery({
    queryKey: ['station', id],
    queryFn: async ({ signal }) => {
      try {
        return await clientAs(token).stations.me({}, { signal })
      } catch (error) {
        if (isEnded(error)) keepStation(null)
        throw error
      }
    },
    refetchInterval: ({ state }) => (isEnded(state.error) ? false : 30_000),
    retry: false,
  })
}
