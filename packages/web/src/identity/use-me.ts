import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** The person signed in. */
export function useMe() {
  const { client } = useApi()
  return useQuery({ queryKey: ['me'], queryFn: () => client.users.me(), staleTime: Infinity })
}
