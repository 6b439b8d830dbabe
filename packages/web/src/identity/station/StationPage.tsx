import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { StandAlone } from '../../app/StandAlone.tsx'
import { readStation } from './device-station.ts'
import { StationBoard } from './StationBoard.tsx'

const route = getRouteApi('/station/$id')

/** What a device shows at a bench: the runs of the workshop, for whoever comes by. */
export function StationPage() {
  const { id } = route.useParams()
  const station = readStation()
  return <StandAlone>{station?.id === id ? <StationBoard station={station} /> : <NotHere />}</StandAlone>
}

function NotHere() {
  const t = useTranslations('station')
  return (
    <>
      <PageHeading title={t('not_here_title')} lead={t('not_here_lead')} />
      <p>
        <Link to={paths.settingsSection} params={{ section: 'devices' }}>
          {t('to_devices')}
        </Link>
      </p>
    </>
  )
}
