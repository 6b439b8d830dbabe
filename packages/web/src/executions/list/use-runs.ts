import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'
import { queryOf, type RunsSearch } from './run-filters.ts'

const pageSize = 50

/** The runs that one may see and that fit, page by page. */
export function useRuns(search: RunsSearch) {
  const { client } = useApi()
  return useInfiniteQuery({
    queryKey: ['executions', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      client.executions.list(
        { query: { ...queryOf(search, Date.now()), limit: pageSize, offset: pageParam } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: last => (last.has_more ? last.offset + last.items.length : undefined),
    placeholderData: keepPreviousData,
  })
}
