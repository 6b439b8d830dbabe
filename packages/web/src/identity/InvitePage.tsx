import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { LinkForm } from './LinkForm.tsx'
import { LinkFrame } from './LinkFrame.tsx'

const route = getRouteApi('/invitations/$token')

/** Joining a workshop by a link. */
export function InvitePage() {
  const t = useTranslations('link')
  const { client } = useApi()
  const locale = useLocale()
  const { token } = route.useParams()
  const params = { token }
  const link = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.invitations.view({ params }),
    staleTime: Infinity,
  })
  const { data } = link
  return (
    <LinkFrame
      title={data ? t('invite_title', { workshop: data.workshop_name }) : t('invite_loading')}
      lead={
        data ? t('invite_lead', { name: data.invited_by ?? '', known: data.invited_by === null ? 'no' : 'yes' }) : ''
      }
      error={link.error}
      isExpired={data?.expired ?? false}
      onRetry={() => void link.refetch()}
    >
      {data ? (
        <LinkForm
          known={{ name: null, email: data.email }}
          submit={t('invite_submit')}
          next={paths.welcome}
          onSubmit={({ name, email, password }) =>
            client.invitations.accept({ params, body: { display_name: name, email, password, locale } })
          }
        />
      ) : (
        <LoadingRegion>
          <Skeleton shape="row" count={2} />
        </LoadingRegion>
      )}
    </LinkFrame>
  )
}
