import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useMe } from '../../identity/use-me.ts'
import { Banner } from '../../ui/Banner.tsx'

/** The first run can be finished later: this is the way back to it. */
export function SetupReminder() {
  const t = useTranslations('home')
  const { client } = useApi()
  const { data: me } = useMe()
  const setup = useQuery({
    queryKey: ['setup', 'state'],
    queryFn: () => client.setup.state(),
    enabled: me?.is_superuser === true,
    retry: false,
  })
  if (!setup.data?.needed) return null
  return (
    <Banner tone="info" actions={<Link to={paths.setup}>{t('setup_go')}</Link>}>
      {t('setup_remind')}
    </Banner>
  )
}
