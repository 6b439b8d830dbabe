import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** The workshops that one belongs to, with one's role in each. */
export function useWorkshops() {
  const { client } = useApi()
  return useQuery({
    queryKey: ['workshops'],
    queryFn: ({ signal }) => client.workshops.list({ query: { limit: 100 } }, { signal }),
    staleTime: 60_000,
  })
}
