import type { Workshop } from '@hidesync/contract/identity/identity.schemas'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../identity/use-me.ts'
import { useApi } from '../api.ts'

/** The workshops whose people and devices one looks after; none until that is known. */
export function useManaged(): readonly Workshop[] {
  const { client } = useApi()
  const { data: me } = useMe()
  const workshops = useQuery({
    queryKey: ['workshops'],
    queryFn: ({ signal }) => client.workshops.list({ query: { limit: 100 } }, { signal }),
    staleTime: 60_000,
  })
  const all = workshops.data?.items ?? []
  return me?.is_superuser ? all : all.filter(({ role }) => role === 'manager')
}
