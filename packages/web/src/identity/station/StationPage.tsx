import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { StandAlone } from '../../app/StandAlone.tsx'
import { readStation, type DeviceStation } from './device-station.ts'
import { StationBoard } from './StationBoard.tsx'

const route = getRouteApi('/station/$id')

/** What a device shows at a bench: the runs of the workshop, for whoever comes by. */
export function StationPage() {
  const { id } = route.useParams()
  // One that ends while it is shown says so itself.
  const [station] = useState(readStation)
  return (
    <StandAlone>{station?.id === id ? <StationBoard station={station} /> : <NotHere station={station} />}</StandAlone>
  )
}

/** The ways on: to the station that the device is instead, or to where it is made one. */
function NotHere({ station }: { readonly station: DeviceStation | null }) {
  const t = useTranslations('station')
  const error = useTranslations('error')
  return (
    <>
      <PageHeading title={t('not_here_title')} lead={t('not_here_lead')} />
      {station === null ? null : (
        <p>
          {t('is_station', { name: station.name })}{' '}
          <Link to={paths.station} params={{ id: station.id }}>
            {t('to_list')}
          </Link>
        </p>
      )}
      <p>
        <Link to={paths.settingsSection} params={{ section: 'devices' }}>
          {t('to_devices')}
        </Link>
      </p>
      <p>
        <Link to={paths.home}>{error('to_home')}</Link>
      </p>
    </>
  )
}
