import type { Client } from '@hidesync/contract/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** Who is signed in: asked once. */
export const meQuery = (client: Client) =>
  queryOptions({ queryKey: ['me'], queryFn: () => client.users.me(), staleTime: Infinity })

/** The person signed in. */
export const useMe = () => useQuery(meQuery(useApi().client))
