import { useInfiniteQuery, keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { difficultyLevels } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { Button } from '../ui/Button.tsx'
import { FilterChips } from '../ui/FilterChips.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './gallery.module.css'
import { useSearchText } from './use-search-text.ts'
import { WorkflowCard } from './WorkflowCard.tsx'

const route = getRouteApi('/inside/shell/templates')
const pageSize = 24

/** All templates one may use. What is searched for stands in the address: it can be linked to, and Back undoes it. */
export function GalleryPage() {
  const t = useTranslations('gallery')
  const level = useTranslations('difficulty')
  const { client } = useApi()
  const { search, difficulty } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, type] = useSearchText(search ?? '', text => {
    const others = difficulty ? { difficulty } : {}
    // Letters of one search are one entry of the browser's history.
    void navigate({ search: text === '' ? others : { ...others, search: text }, replace: search !== undefined })
  })

  const filters = {
    ...(search === undefined ? {} : { search }),
    ...(difficulty === undefined ? {} : { difficulty_level: difficulty }),
  }
  const templates = useInfiniteQuery({
    queryKey: ['templates', filters],
    queryFn: ({ pageParam, signal }) =>
      client.workflows.templates({ query: { ...filters, limit: pageSize, offset: pageParam } }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < pageSize ? undefined : pages.length * pageSize),
    placeholderData: keepPreviousData,
  })
  const found = templates.data?.pages.flat()
  const clear = () => {
    void navigate({ search: {} })
  }

  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <search className={styles['filters']}>
        <SearchField
          label={t('search')}
          clearLabel={t('clear_search')}
          placeholder={t('search_example')}
          value={typed}
          onChange={type}
        />
        <FilterChips
          label={t('difficulty')}
          all={t('any_difficulty')}
          options={difficultyLevels.map(value => ({ value, label: level(value) }))}
          value={difficulty ?? null}
          onChange={value => {
            const chosen = difficultyLevels.find(known => known === value)
            void navigate({ search: { ...(search ? { search } : {}), ...(chosen ? { difficulty: chosen } : {}) } })
          }}
        />
      </search>
      <output className={styles['count']}>
        {found === undefined || templates.isError
          ? ''
          : t('count', { count: found.length, more: templates.hasNextPage ? 'yes' : 'no' })}
      </output>
      {templates.isPending ? (
        <LoadingRegion onRetry={() => void templates.refetch()}>
          <div className={styles['grid']}>
            <Skeleton shape="card" count={3} />
          </div>
        </LoadingRegion>
      ) : null}
      {templates.isError ? <ErrorState error={templates.error} onRetry={() => void templates.refetch()} /> : null}
      {found && !templates.isError && found.length === 0 ? (
        <div className={styles['empty']}>
          {search === undefined && difficulty === undefined ? (
            <p>{t('empty')}</p>
          ) : (
            <>
              <p>
                {search === undefined
                  ? t('nothing_of_level', { level: difficulty ? level(difficulty) : '' })
                  : t('nothing_found', { search })}
              </p>
              <Button onPress={clear}>{t('clear')}</Button>
            </>
          )}
        </div>
      ) : null}
      {found && !templates.isError && found.length > 0 ? (
        <ul className={styles['grid']} aria-busy={templates.isPlaceholderData}>
          {found.map(workflow => (
            <li key={workflow.id}>
              <WorkflowCard workflow={workflow} />
            </li>
          ))}
        </ul>
      ) : null}
      {templates.hasNextPage ? (
        <Button isPending={templates.isFetchingNextPage} onPress={() => void templates.fetchNextPage()}>
          {t('load_more')}
        </Button>
      ) : null}
    </div>
  )
}
