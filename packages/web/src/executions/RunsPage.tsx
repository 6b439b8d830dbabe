import { getRouteApi, Link } from '@tanstack/react-router'
import { executionStatuses } from '@hidesync/domain/executions/state'
import { useTranslations } from 'use-intl'
import { amended } from '../app/amended.ts'
import { useSelection } from '../app/bulk/use-selection.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import styles from '../app/list-page.module.css'
import { ListFilters } from '../app/ListFilters.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { LoadMore } from '../app/LoadMore.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { FilterChips } from '../ui/FilterChips.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useSearchText } from '../workflows/use-search-text.ts'
import { ChangeRuns } from './list/ChangeRuns.tsx'
import { RunFilters } from './list/RunFilters.tsx'
import { RunRow } from './list/RunRow.tsx'
import { useFilterOptions } from './list/use-filter-options.ts'
import { useRuns } from './list/use-runs.ts'

const route = getRouteApi('/inside/shell/runs')

/** All runs that one may see, the last used first; what they are narrowed down to stands in the address. */
export function RunsPage() {
  const t = useTranslations('runs')
  const statusText = useTranslations('run_status')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, type] = useSearchText(search.search ?? '', text => {
    void navigate({ search: now => ({ ...now, search: text || undefined }), replace: search.search !== undefined })
  })
  const go = (next: typeof search) => void navigate({ search: amended(search, next) })
  const runs = useRuns(search)
  const found = runs.data?.pages.flatMap(page => page.items) ?? []
  const total = runs.data?.pages[0]?.total
  const options = useFilterOptions(found, search)
  const selection = useSelection(found.map(({ id }) => id))
  const filterCount = Object.values(search).filter(value => value !== undefined).length
  const retry = () => void runs.refetch()
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <search className={styles['filters']}>
        <SearchField label={t('search')} clearLabel={t('clear_search')} value={typed} onChange={type} />
        <ListFilters count={filterCount - (search.search === undefined ? 0 : 1)}>
          <FilterChips
            label={t('status')}
            all={t('any_status')}
            options={executionStatuses.map(value => ({ value, label: statusText(value) }))}
            value={search.status ?? null}
            onChange={value => {
              go({ ...search, status: executionStatuses.find(known => known === value) })
            }}
          />
          <RunFilters search={search} options={options} onChange={go} />
        </ListFilters>
      </search>
      <output className={styles['count']}>{total === undefined ? '' : t('count', { count: total })}</output>
      <ChangeRuns runs={found} selection={selection} />
      {runs.isPending ? (
        <LoadingRegion onRetry={retry}>
          <Skeleton shape="row" count={3} />
        </LoadingRegion>
      ) : null}
      {runs.isError && !runs.isFetchNextPageError ? <ErrorState error={runs.error} onRetry={retry} /> : null}
      {runs.isSuccess && found.length === 0 ? (
        <div className={styles['empty']}>
          <p>
            {filterCount === 0
              ? t('empty')
              : t('nothing_found', { search: search.search ?? '', named: search.search ? 'yes' : 'no' })}
          </p>
          {filterCount === 0 ? (
            <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
              {t('choose')}
            </Link>
          ) : (
            <Button onPress={() => void navigate({ search: {} })}>{t('clear')}</Button>
          )}
        </div>
      ) : null}
      {found.length > 0 ? (
        <ul className={styles['rows']} aria-busy={runs.isPlaceholderData}>
          {found.map(run => (
            <RunRow
              key={run.id}
              run={run}
              isSelected={selection.has(run.id)}
              onSelect={isSelected => selection.set(run.id, isSelected)}
            />
          ))}
        </ul>
      ) : null}
      <LoadMore pages={runs} />
    </div>
  )
}
