import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Home } from '@hidesync/contract/executions/home.routes'
import { useApi } from '../../app/api.ts'

/** What lies on somebody's bench, in one request; asked again every minute while the page is open, since runs move on without it. */
export function useBench(): UseQueryResult<Home> {
  const { client } = useApi()
  return useQuery({
    queryKey: ['executions', 'bench'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => client.home.home({}, { signal }),
  })
}
