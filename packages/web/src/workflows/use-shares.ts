import type { RouteInput, RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'

export type Share = RouteOutput<Routes['sharing']['list']>[number]
type NewShare = RouteInput<Routes['sharing']['put']>['body']

/** With whom a workflow is shared, and how to change that. */
export function useShares(id: number) {
  const { client } = useApi()
  const queryClient = useQueryClient()
  const queryKey = ['workflow', id, 'shares']
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: ['workflow', id] })
  const shares = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.sharing.list({ params: { id } }, { signal }),
  })
  const put = useMutation({
    networkMode: 'always',
    mutationFn: (body: NewShare) => client.sharing.put({ params: { id }, body }),
    onSuccess,
  })
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: ({ user_id, workshop_id }: Share) =>
      user_id === null
        ? client.sharing.removeWorkshop({ params: { id, workshop_id: workshop_id ?? 0 } })
        : client.sharing.removePerson({ params: { id, user_id } }),
    onSuccess,
  })
  return { shares, put, remove }
}
