import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../app/api.ts'
import { useAskKey } from '../app/ask-key.ts'
import { paths } from '../app/paths.ts'
import { useAskingPlace } from '../app/use-asking-place.ts'

/** What a run is started with. */
export interface StartChoice {
  /** Null: to be decided on the way. */
  readonly outcome_id: number | null
  readonly quantity: number
}

/** Starts a run and goes there, unless whoever started it has gone elsewhere meanwhile. */
export function useStart(workflowId: number) {
  const { client } = useApi()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const key = useAskKey()
  const place = useAskingPlace()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ outcome_id, quantity }: StartChoice) => {
      place.ask()
      const body = {
        ...(outcome_id === null ? {} : { selected_outcome_id: outcome_id }),
        ...(quantity === 1 ? {} : { quantity }),
      }
      return client.executions.start({ params: { id: workflowId }, body }, { idempotencyKey: key.of(body) })
    },
    onSuccess: async execution => {
      key.done()
      queryClient.setQueryData(['execution', execution.id], execution)
      void queryClient.invalidateQueries({ queryKey: ['executions'] })
      if (!place.isLeft()) await navigate({ to: paths.run, params: { id: execution.id } })
    },
  })
}
