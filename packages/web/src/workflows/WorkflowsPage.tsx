import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { workflowStatuses } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useSelection } from '../app/bulk/use-selection.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import styles from '../app/list-page.module.css'
import { ListFilters } from '../app/ListFilters.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { LoadMore } from '../app/LoadMore.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { meQuery } from '../identity/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Select } from '../ui/Select.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DeleteWorkflows } from './DeleteWorkflows.tsx'
import { useSearchText } from './use-search-text.ts'
import { WorkflowRow } from './WorkflowRow.tsx'

const route = getRouteApi('/inside/shell/workflows')
const pageSize = 50

/** The workflows that one has or was given, whatever their state; several can be deleted at once. */
export function WorkflowsPage() {
  const t = useTranslations('workflows')
  const statusText = useTranslations('workflow')
  const { client } = useApi()
  const { search, status, whose } = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const [typed, type] = useSearchText(search ?? '', text => {
    void navigate({ search: now => ({ ...now, search: text || undefined }), replace: search !== undefined })
  })
  const workflows = useInfiniteQuery({
    queryKey: ['workflows', 'list', { search, status, whose }],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: pageSize,
        ...(search === undefined ? {} : { search }),
        ...(status === undefined ? {} : { status }),
        ...(whose === 'shared' ? { shared_with_me: true } : {}),
        ...(whose === 'mine' ? { created_by: (await queryClient.ensureQueryData(meQuery(client))).id } : {}),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }
      return await client.workflows.list({ query }, { signal })
    },
    initialPageParam: '',
    getNextPageParam: last => last.next_cursor,
    placeholderData: keepPreviousData,
  })
  const found = workflows.data?.pages.flatMap(page => page.items) ?? []
  const first = workflows.data?.pages[0]
  const selection = useSelection(found.map(({ id }) => id))
  const retry = () => void workflows.refetch()
  const isFiltered = search !== undefined || status !== undefined || whose !== undefined
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <search className={styles['filters']}>
        <SearchField label={t('search')} clearLabel={t('clear_search')} value={typed} onChange={type} />
        <ListFilters count={[status, whose].filter(set => set !== undefined).length}>
          <FilterChips
            label={t('status')}
            all={t('any_status')}
            options={workflowStatuses.map(value => ({ value, label: statusText(`status_${value}`) }))}
            value={status ?? null}
            onChange={value => {
              const chosen = workflowStatuses.find(known => known === value)
              void navigate({ search: now => ({ ...now, status: chosen }) })
            }}
          />
          <div className={styles['selects']}>
            <Select
              label={t('whose')}
              options={(['all', 'mine', 'shared'] as const).map(value => ({ value, label: t(`whose_${value}`) }))}
              value={whose ?? 'all'}
              onChange={value => {
                const chosen = (['mine', 'shared'] as const).find(one => one === value)
                void navigate({ search: now => ({ ...now, whose: chosen }) })
              }}
            />
          </div>
        </ListFilters>
      </search>
      <output className={styles['count']}>
        {first ? t(first.total_is_minimum ? 'count_least' : 'count', { count: first.total }) : ''}
      </output>
      <DeleteWorkflows workflows={found} selection={selection} />
      {workflows.isPending ? (
        <LoadingRegion onRetry={retry}>
          <Skeleton shape="row" count={5} />
        </LoadingRegion>
      ) : null}
      {workflows.isError && !workflows.isFetchNextPageError ? (
        <ErrorState error={workflows.error} onRetry={retry} />
      ) : null}
      {workflows.isSuccess && found.length === 0 ? (
        <div className={styles['empty']}>
          <p>{isFiltered ? t('nothing_found', { search: search ?? '', named: search ? 'yes' : 'no' }) : t('empty')}</p>
          {isFiltered ? (
            <Button onPress={() => void navigate({ search: {} })}>{t('clear')}</Button>
          ) : (
            <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
              {t('to_templates')}
            </Link>
          )}
        </div>
      ) : null}
      {found.length > 0 ? (
        <ul className={styles['rows']} aria-busy={workflows.isPlaceholderData}>
          {found.map(workflow => (
            <WorkflowRow
              key={workflow.id}
              workflow={workflow}
              isSelected={selection.has(workflow.id)}
              onSelect={isSelected => selection.set(workflow.id, isSelected)}
            />
          ))}
        </ul>
      ) : null}
      <LoadMore pages={workflows} />
    </div>
  )
}
