import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** A run with the state of every step, as it is with all that was done on this device; without the server what is kept here. */
export function useExecution(id: number) {
  const { runs } = useApi()
  return useQuery({
    queryKey: ['execution', id],
    queryFn: async () => (await runs.open(id)).execution,
    refetchOnWindowFocus: 'always',
  })
}

/** The revision that a run follows, indexed for the engine. */
export function useDefinition(id: number) {
  const { runs } = useApi()
  return useQuery({
    queryKey: ['execution', id, 'definition'],
    queryFn: async () => (await runs.open(id)).workflow,
    staleTime: Infinity,
    // Its look-ups are functions, which the comparison of old and new data cannot see into.
    structuralSharing: false,
  })
}
