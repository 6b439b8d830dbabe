import { createClient } from '@hidesync/contract/client'
import { useQuery } from '@tanstack/react-query'
import type { DeviceStation } from './device-station.ts'

/** What goes on in the workshop, as the station may see it with nobody signed in; asked again twice a minute. */
export function useStationView({ id, token }: DeviceStation) {
  return useQuery({
    queryKey: ['station', id],
    queryFn: ({ signal }) => createClient({ baseUrl: '', token: () => token }).stations.me({}, { signal }),
    refetchInterval: 30_000,
    retry: false,
  })
}
