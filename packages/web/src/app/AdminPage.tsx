import { ApiError } from '@hidesync/contract/client'
import { useTranslations } from 'use-intl'
import { useMe } from '../identity/use-me.ts'
import { ErrorPage, NotFoundPage } from './ErrorState.tsx'
import { LoadingRegion } from './LoadingRegion.tsx'
import { PageHeading } from './PageHeading.tsx'

/** What is for administrators alone says so to everybody else, instead of pretending that it does not exist. */
export function AdminPage() {
  const t = useTranslations('error')
  const me = useMe()
  if (me.isError) return <ErrorPage error={me.error} onRetry={() => void me.refetch()} />
  if (me.isPending)
    return (
      <LoadingRegion>
        <PageHeading title={t('loading_title')} isHidden />
      </LoadingRegion>
    )
  if (me.data.is_superuser) return <NotFoundPage />
  const refusal = { detail: t('admin_only'), code: 'access.forbidden', request_id: '' } as const
  return <ErrorPage error={new ApiError(403, refusal)} />
}
