import type { SetupProgress, SetupStep } from '@hidesync/contract/identity/setup.schemas'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'

const queryKey = ['setup']

/** What of the first run was saved so far. */
export function useSetupProgress() {
  const { client } = useApi()
  return useQuery({ queryKey, queryFn: () => client.setup.progress(), staleTime: Infinity })
}

export interface SetupSave {
  readonly run: (step: SetupStep) => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** Saves the answer of a page; then comes what follows it. */
export function useSetupSave(onSaved: (progress: SetupProgress) => Promise<void>): SetupSave {
  const { client } = useApi()
  const queryClient = useQueryClient()
  const save = useMutation({
    networkMode: 'always',
    mutationFn: async (body: SetupStep) => {
      const progress = await client.setup.save({ body })
      if (progress.needed) queryClient.setQueryData(queryKey, progress)
      await queryClient.invalidateQueries({ queryKey: ['me'] })
      await onSaved(progress)
    },
  })
  return { run: step => save.mutate(step), isPending: save.isPending, error: save.error }
}
