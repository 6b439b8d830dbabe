import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

/** A workflow with its steps, connections and outcomes. */
export function useWorkflow(id: number) {
  const { client } = useApi()
  return useQuery({
    queryKey: ['workflow', id],
    queryFn: ({ signal }) => client.workflows.get({ params: { id } }, { signal }),
  })
}
