import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** A run with the state of every step. */
export function useExecution(id: number) {
  const { client } = useApi()
  return useQuery({
    queryKey: ['execution', id],
    queryFn: ({ signal }) => client.executions.get({ params: { id } }, { signal }),
    refetchOnWindowFocus: 'always',
  })
}

/** The revision that a run follows, indexed for the engine. It never changes, so it is asked for once. */
export function useDefinition(id: number) {
  const { client } = useApi()
  return useQuery({
    queryKey: ['execution', id, 'definition'],
    queryFn: async ({ signal }): Promise<CompiledWorkflow> => {
      const definition = await client.executions.definition({ params: { id } }, { signal })
      return compile(definition as unknown as WorkflowDefinition)
    },
    staleTime: Infinity,
    // Its look-ups are functions, which the comparison of old and new data cannot see into.
    structuralSharing: false,
  })
}
