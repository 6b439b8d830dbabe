import { actionDataOf } from '@hidesync/domain/executions/action-data'
import type { DeviceRun } from '@hidesync/domain/executions/offline/device-run'
import type { HistoryLine } from '@hidesync/domain/navigation/run'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { useApi } from '../../../app/api.ts'

export type HistoryEntry = RouteOutput<Routes['executions']['history']>[number]

const pageSize = 100

/** What was done on this device and the server has not said that it knows of, as entries of the history to come. */
export const waitingEntries = ({ queue, records, skew }: DeviceRun, actor_id: number | null): HistoryEntry[] =>
  records.flatMap((record, index): HistoryEntry[] => {
    const given = queue[index]
    if (given === undefined) return []
    return [
      {
        // Its own will be above zero.
        id: -record.sequence,
        sequence: record.sequence,
        step_id: record.step_id,
        step_name: null,
        action_type: record.type,
        action_data: actionDataOf(given.request),
        actor_id,
        actor_name: null,
        timestamp: new Date(given.at - skew).toISOString(),
      },
    ]
  })

/** What the server keeps of a run, newest first, a page at a time; `sequence`: of the last command that it is known to have. */
export function useHistory(executionId: number, sequence: number) {
  const { client } = useApi()
  return useInfiniteQuery({
    // A command more is an entry more.
    queryKey: ['execution', executionId, 'history', sequence],
    queryFn: ({ pageParam, signal }) =>
      client.executions.history(
        {
          params: { id: executionId },
          query: { limit: pageSize, ...(pageParam === null ? {} : { before: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => (page.length < pageSize ? undefined : page.at(-1)?.id),
    placeholderData: before => before,
  })
}

const lineOf = ({ timestamp, action_type, action_data, step_id, actor_id, actor_name }: HistoryEntry): HistoryLine => ({
  at: Date.parse(timestamp),
  action_type,
  action_data,
  step_id,
  actor: actor_id === null ? null : { id: actor_id, name: actor_name ?? '' },
})

/** Asks for the last things that were done, as the conversation tells of them; none where the server cannot be reached. */
export function useHistoryLines(executionId: number): () => Promise<readonly HistoryLine[]> {
  const { client } = useApi()
  const queryClient = useQueryClient()
  return useCallback(
    () =>
      queryClient
        .fetchQuery({
          queryKey: ['execution', executionId, 'history', 'last'],
          queryFn: () => client.executions.history({ params: { id: executionId }, query: { limit: 20 } }),
          staleTime: 0,
          retry: false,
        })
        .then(entries => entries.map(lineOf))
        .catch(() => []),
    [client, queryClient, executionId],
  )
}
