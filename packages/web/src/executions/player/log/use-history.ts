import type { HistoryLine } from '@hidesync/domain/navigation/run'
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useApi } from '../../../app/api.ts'
import { mayPass } from '../../../app/query-client.ts'
import type { Execution } from '../../execution.ts'
import { withDevice, type HistoryEntry } from './device-entries.ts'

const pageSize = 100
/** After which the server is asked again that did not answer; milliseconds. */
const pause = 5_000
const keyOf = (executionId: number) => ['history', executionId] as const

/** Where a page begins: at the newest entry, below an entry, or above the newest one that is known. */
interface PagePlace {
  readonly before?: number
  readonly above?: number
  /** Of the last command that the server was known to have when it was asked. */
  readonly sequence: number
}

/** What the server keeps of a run, newest first, a page at a time. What is done meanwhile is put in front. */
export function useHistory({ id, state }: Pick<Execution, 'id' | 'state'>) {
  const { client, runs, connection } = useApi()
  const store = runs.view(id)
  const sequence = useSyncExternalStore(store.subscribe, store.get)?.play.authority.state.sequence ?? state.sequence
  const first: PagePlace = { sequence }
  const history = useInfiniteQuery({
    queryKey: keyOf(id),
    queryFn: async ({ pageParam: { before, above }, signal }) => {
      const page = (from: number | undefined) =>
        client.executions.history(
          { params: { id }, query: { limit: pageSize, ...(from === undefined ? {} : { before: from }) } },
          { signal },
        )
      const entries = await page(before)
      if (above === undefined) return entries
      // More than a page may have come since.
      for (let last = entries.at(-1); last !== undefined && last.id > above; last = entries.at(-1)) {
        const older = await page(last.id)
        entries.push(...older)
        if (older.length < pageSize) break
      }
      return entries.filter(entry => entry.id > above)
    },
    initialPageParam: first,
    getNextPageParam: (page, _, { above }): PagePlace | undefined => {
      const last = page.at(-1)
      // What was put in front is no full page; when all is fetched again, what is older follows it all the same.
      if (above !== undefined)
        return above === 0 ? undefined : { sequence, ...(last === undefined ? {} : { before: last.id }) }
      return page.length < pageSize || last === undefined ? undefined : { before: last.id, sequence }
    },
    getPreviousPageParam: (_, pages): PagePlace => ({ above: pages.flat()[0]?.id ?? 0, sequence }),
    // An entry never changes, and new ones are fetched when there are some.
    staleTime: Infinity,
  })
  const { data, error, isFetching, refetch, fetchPreviousPage } = history
  const known = (data?.pageParams[0] as PagePlace | undefined)?.sequence ?? sequence
  const tried = useRef(known)
  useEffect(() => {
    if (sequence <= known || isFetching || tried.current === sequence) return
    tried.current = sequence
    void fetchPreviousPage({ cancelRefetch: false })
  }, [sequence, known, isFetching, fetchPreviousPage])
  const isEmpty = data === undefined
  useEffect(() => {
    if (isFetching || error === null || !mayPass(error)) return
    const ask = () => void (isEmpty ? refetch() : fetchPreviousPage({ cancelRefetch: false }))
    const timer = setTimeout(ask, pause)
    const stop = connection.status.subscribe(() => {
      if (connection.status.get().isOnline) ask()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isFetching, error, isEmpty, refetch, fetchPreviousPage, connection])
  return history
}

const lineOf = ({ timestamp, action_type, action_data, step_id, actor_id, actor_name }: HistoryEntry): HistoryLine => ({
  at: Date.parse(timestamp),
  action_type,
  action_data,
  step_id,
  actor: actor_id === null ? null : { id: actor_id, name: actor_name ?? '' },
})

/**
 * Asks for the last things that were done, as the conversation tells of them. Where the server cannot be reached it is told what this
 * device knows.
 */
export function useHistoryLines(executionId: number): () => Promise<readonly HistoryLine[]> {
  const { client, runs, session } = useApi()
  const queryClient = useQueryClient()
  return useCallback(async () => {
    const kept = queryClient.getQueryData<InfiniteData<HistoryEntry[]>>(keyOf(executionId))?.pages.flat() ?? []
    const entries = await client.executions
      .history({ params: { id: executionId }, query: { limit: 20 } })
      .catch(() => kept)
    const play = runs.view(executionId).get()?.play
    return (play === undefined ? entries : withDevice(entries, play, session.person())).map(lineOf)
  }, [client, queryClient, runs, session, executionId])
}
