import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { LinkForm } from './LinkForm.tsx'
import { LinkFrame } from './LinkFrame.tsx'

const route = getRouteApi('/password-resets/$token')

/** Setting a new password by a link. */
export function ResetPage() {
  const t = useTranslations('link')
  const { client } = useApi()
  const { token } = route.useParams()
  const params = { token }
  const link = useQuery({
    queryKey: ['reset', token],
    queryFn: () => client.passwordResets.view({ params }),
    staleTime: Infinity,
  })
  const { data } = link
  return (
    <LinkFrame
      title={t('reset_title')}
      lead={data ? t('reset_lead', { name: data.display_name }) : ''}
      error={link.error}
      isExpired={data?.expired ?? false}
      onRetry={() => void link.refetch()}
    >
      {data ? (
        <LinkForm
          known={{ name: data.display_name, email: data.email }}
          submit={t('reset_submit')}
          next={paths.home}
          onSubmit={({ password }) => client.passwordResets.use({ params, body: { password } })}
        />
      ) : (
        <LoadingRegion>
          <Skeleton shape="row" count={2} />
        </LoadingRegion>
      )}
    </LinkFrame>
  )
}
