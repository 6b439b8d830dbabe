import type { InfiniteQueryObserverResult } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from './ErrorState.tsx'

type Pages = Pick<
  InfiniteQueryObserverResult,
  'error' | 'hasNextPage' | 'isFetchNextPageError' | 'isFetchingNextPage' | 'fetchNextPage'
>

interface LoadMoreProps {
  readonly pages: Pages
  /** What there is more of, where that is not clear by itself. */
  readonly label?: string
}

/** The way to the next page of a list, below what is shown of it; or why it did not come, and the way to ask again. */
export function LoadMore({ pages, label }: LoadMoreProps) {
  const t = useTranslations('common')
  const load = () => void pages.fetchNextPage()
  if (pages.isFetchNextPageError) return <ErrorState error={pages.error} onRetry={load} />
  if (!pages.hasNextPage) return null
  return (
    <div>
      <Button isPending={pages.isFetchingNextPage} onPress={load}>
        {pages.isFetchingNextPage ? t('loading_more') : (label ?? t('load_more'))}
      </Button>
    </div>
  )
}
