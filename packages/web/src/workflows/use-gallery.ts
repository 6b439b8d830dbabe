import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'
import { filtersOf, orderOf, type GallerySearch } from './gallery-search.ts'

const pageSize = 24

/** The templates that a search finds, page after page. */
export function useTemplates(search: GallerySearch) {
  const { client } = useApi()
  const query = { ...filtersOf(search), ...orderOf(search) }
  return useInfiniteQuery({
    queryKey: ['templates', query],
    queryFn: ({ pageParam, signal }) =>
      client.workflows.templates({ query: { ...query, limit: pageSize, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < pageSize ? undefined : pages.length * pageSize),
    placeholderData: keepPreviousData,
  })
}

/** How many templates a search finds, and how many of these are of each kind. */
export function useFacets(search: GallerySearch) {
  const { client } = useApi()
  const query = { ...filtersOf(search), is_template: true, status: 'published' } as const
  return useQuery({
    queryKey: ['templates', 'facets', query],
    queryFn: ({ signal }) => client.workflows.facets({ query }, { signal }),
    placeholderData: keepPreviousData,
  })
}
