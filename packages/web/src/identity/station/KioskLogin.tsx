import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { paths } from '../../app/paths.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { DeviceStation } from './device-station.ts'
import { OperatorSwitch } from './OperatorSwitch.tsx'
import { StationTrouble } from './StationTrouble.tsx'
import { useStationView } from './use-station.ts'

/** Signing in by name and PIN, where the device is a station. */
export function KioskLogin({ station }: { readonly station: DeviceStation }) {
  const t = useTranslations('station')
  const navigate = useNavigate()
  const view = useStationView(station)
  return (
    <>
      {view.isPending ? <Skeleton shape="row" count={3} /> : null}
      {view.isError ? <StationTrouble error={view.error} onRetry={() => void view.refetch()} /> : null}
      {view.data ? (
        <OperatorSwitch
          station={station}
          operators={view.data.operators}
          onSignedIn={() => void navigate({ to: paths.station, params: { id: station.id } })}
        />
      ) : null}
      <Link to={paths.login}>{t('by_email')}</Link>
    </>
  )
}
