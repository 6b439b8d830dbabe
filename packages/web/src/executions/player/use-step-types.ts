import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { builtInStepTypes } from '@hidesync/domain/workflows/definition'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'

const builtIn: readonly string[] = builtInStepTypes

/** The types that this installation adds, with the forms that completing them takes; asked for only where a workflow has such steps. */
export function useStepTypes(workflow: CompiledWorkflow) {
  const { client } = useApi()
  return useQuery({
    queryKey: ['step-types'],
    queryFn: ({ signal }) => client.stepTypes.list({}, { signal }),
    enabled: workflow.steps.some(({ definition }) => !builtIn.includes(definition.step_type)),
    staleTime: Infinity,
  })
}
