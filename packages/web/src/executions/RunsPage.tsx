import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { executionStatuses } from '@hidesync/domain/executions/state'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { RunCard } from './RunCard.tsx'
import styles from './runs.module.css'

const route = getRouteApi('/inside/shell/runs')
const pageSize = 24

/** All runs one may see, the last used first, by status if one likes. */
export function RunsPage() {
  const t = useTranslations('runs')
  const statusText = useTranslations('run_status')
  const { client } = useApi()
  const { status } = route.useSearch()
  const navigate = route.useNavigate()
  const filter = status === undefined ? {} : { status }
  const runs = useInfiniteQuery({
    queryKey: ['executions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      client.executions.list({ query: { ...filter, limit: pageSize, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: last => (last.has_more ? last.offset + last.items.length : undefined),
    placeholderData: keepPreviousData,
  })
  const found = runs.data?.pages.flatMap(page => page.items)
  const total = runs.data?.pages[0]?.total
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FilterChips
        label={t('status')}
        all={t('any_status')}
        options={executionStatuses.map(value => ({ value, label: statusText(value) }))}
        value={status ?? null}
        onChange={value => {
          const chosen = executionStatuses.find(known => known === value)
          void navigate({ search: chosen ? { status: chosen } : {} })
        }}
      />
      <output className={styles['count']}>
        {total === undefined || runs.isError ? '' : t('count', { count: total })}
      </output>
      {runs.isPending ? (
        <LoadingRegion onRetry={() => void runs.refetch()}>
          <Skeleton shape="row" count={3} />
        </LoadingRegion>
      ) : null}
      {runs.isError ? <ErrorState error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {found && !runs.isError && found.length === 0 ? (
        <div className={styles['empty']}>
          <p>{status === undefined ? t('empty') : t('none_of_status', { status: statusText(status) })}</p>
          {status === undefined ? (
            <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
              {t('choose')}
            </Link>
          ) : (
            <Button onPress={() => void navigate({ search: {} })}>{t('clear')}</Button>
          )}
        </div>
      ) : null}
      {found && !runs.isError && found.length > 0 ? (
        <ul className={styles['grid']}>
          {found.map(run => (
            <li key={run.id}>
              <RunCard run={run} level={2} />
            </li>
          ))}
        </ul>
      ) : null}
      {runs.hasNextPage ? (
        <Button isPending={runs.isFetchingNextPage} onPress={() => void runs.fetchNextPage()}>
          {t('load_more')}
        </Button>
      ) : null}
    </div>
  )
}
