import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useApi } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { uuidV7 } from '../app/uuid-v7.ts'

/** What a run is started with. */
export interface StartChoice {
  /** Null: to be decided on the way. */
  readonly outcome_id: number | null
  readonly quantity: number
}

/** Starts a run and goes there. */
export function useStart(workflowId: number) {
  const { client } = useApi()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  // One key a choice: pressing again after a lost answer starts nothing twice.
  const key = useRef<{ choice: string; id: string } | null>(null)
  return useMutation({
    networkMode: 'always',
    mutationFn: (choice: StartChoice) => {
      const said = JSON.stringify(choice)
      if (key.current?.choice !== said) key.current = { choice: said, id: uuidV7() }
      const { outcome_id, quantity } = choice
      const body = {
        ...(outcome_id === null ? {} : { selected_outcome_id: outcome_id }),
        ...(quantity === 1 ? {} : { quantity }),
      }
      return client.executions.start({ params: { id: workflowId }, body }, { idempotencyKey: key.current.id })
    },
    onSuccess: async execution => {
      key.current = null
      queryClient.setQueryData(['execution', execution.id], execution)
      void queryClient.invalidateQueries({ queryKey: ['executions'] })
      await navigate({ to: paths.run, params: { id: execution.id } })
    },
  })
}
