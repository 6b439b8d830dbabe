import { ApiError } from '@hidesync/contract/client'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { LoadMore } from '../app/LoadMore.tsx'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { facetKeys, type GallerySearch } from './gallery-search.ts'
import styles from './gallery.module.css'
import { useFacets, useTemplates } from './use-gallery.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useLocalRanking } from './use-local-ranking.ts'
import { WorkflowCard } from './WorkflowCard.tsx'

interface GalleryResultsProps {
  readonly search: GallerySearch
  /** What stands in the search field, perhaps not searched for yet. */
  readonly typed: string
  readonly onClear: () => void
}

/** The templates found: how many, the cards, and how to get more. */
export function GalleryResults({ search, typed, onClear }: GalleryResultsProps) {
  const t = useTranslations('gallery')
  const templates = useTemplates(search)
  const facets = useFacets(search).data
  const found = templates.data?.pages.flat()
  const shown = useLocalRanking(found, typed, search.search ?? '')
  const navigate = useNavigate()
  const start = useCallback((id: number) => void navigate({ to: paths.plan, params: { id } }), [navigate])
  const onKeyDown = useGridKeys(start)
  const retry = () => void templates.refetch()
  const hasFailed = templates.isError && found === undefined
  const count = Math.max(facets?.total ?? 0, found?.length ?? 0)
  return (
    <>
      <output className={styles['count']}>
        {found === undefined || hasFailed || templates.isPlaceholderData
          ? ''
          : t(facets?.total_is_minimum ? 'count_least' : 'count', { count })}
      </output>
      {templates.isPending ? (
        <LoadingRegion onRetry={retry}>
          <div className={styles['grid']}>
            <Skeleton shape="card" count={6} />
          </div>
        </LoadingRegion>
      ) : null}
      {templates.isError && !templates.isFetchNextPageError ? (
        <Failure error={templates.error} at={found && templates.dataUpdatedAt} onRetry={retry} />
      ) : null}
      {found?.length === 0 ? <Nothing search={search} onClear={onClear} /> : null}
      {shown && shown.length > 0 ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the links in it
        <ul className={styles['grid']} aria-busy={templates.isPlaceholderData} onKeyDown={onKeyDown}>
          {shown.map(workflow => (
            <li key={workflow.id}>
              <WorkflowCard workflow={workflow} />
            </li>
          ))}
        </ul>
      ) : null}
      <LoadMore pages={templates} />
    </>
  )
}

interface FailureProps {
  readonly error: unknown
  /** When what is shown was read; undefined: there is nothing to show. */
  readonly at: number | undefined
  readonly onRetry: () => void
}

/** Without a connection what was read before stays of use; it only says from when it is. */
function Failure({ error, at, onRetry }: FailureProps) {
  const t = useTranslations('gallery')
  const format = useFormatter()
  const isOffline = error instanceof ApiError && error.status === 0
  if (!isOffline || at === undefined) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <Banner tone="warning" announce="status" actions={<Button onPress={onRetry}>{t('retry')}</Button>}>
      {t('from', { time: format.dateTime(at, { hour: '2-digit', minute: '2-digit' }) })}
    </Banner>
  )
}

function Nothing({ search, onClear }: { readonly search: GallerySearch; readonly onClear: () => void }) {
  const t = useTranslations('gallery')
  const filters = facetKeys.filter(key => search[key] !== undefined).length
  const isFiltered = filters > 0 || search.search !== undefined
  return (
    <div className={styles['empty']}>
      {isFiltered ? (
        <>
          <p>
            {search.search === undefined
              ? t('nothing_filtered', { filters })
              : t('nothing_found', { search: search.search, filters })}
          </p>
          <Button onPress={onClear}>{t('clear')}</Button>
        </>
      ) : (
        <p>{t('empty')}</p>
      )}
    </div>
  )
}
