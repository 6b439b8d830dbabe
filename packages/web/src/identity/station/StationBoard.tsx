import { Link, useNavigate } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { LoadingRegion } from '../../app/LoadingRegion.tsx'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { DeviceStation } from './device-station.ts'
import { OperatorSwitch } from './OperatorSwitch.tsx'
import styles from './station.module.css'
import { StationRuns } from './StationRuns.tsx'
import { StationTrouble } from './StationTrouble.tsx'
import { isEnded, useStationView } from './use-station.ts'

/** A run that waits for who opens it, or nobody in particular. */
type Wanted = { readonly run: number | null } | null

/** The runs that are ready, in large; who presses one and is not signed in says who they are first. */
export function StationBoard({ station }: { readonly station: DeviceStation }) {
  const t = useTranslations('station')
  const { session } = useApi()
  const navigate = useNavigate()
  const view = useStationView(station)
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  const [wanted, want] = useState<Wanted>(null)
  const retry = () => void view.refetch()
  const hasEnded = isEnded(view.error)
  const isSignedIn = status === 'signed_in'
  const open = (id: number) => void navigate({ to: paths.run, params: { id } })
  const who = view.data?.operators.find(({ id }) => isSignedIn && id === session.person())
  return (
    <>
      <div className={styles['head']}>
        <PageHeading title={station.name} lead={view.data?.workshop_name} />
        {hasEnded ? null : (
          <Button size="large" onPress={() => want({ run: null })}>
            <UserRound aria-hidden size={24} />
            {who ? t('switch', { name: who.display_name }) : t('who')}
          </Button>
        )}
      </div>
      {view.isPending ? (
        <LoadingRegion onRetry={retry}>
          <Skeleton shape="row" count={4} />
        </LoadingRegion>
      ) : null}
      {view.isError ? <StationTrouble error={view.error} onRetry={retry} /> : null}
      {view.data && !hasEnded ? (
        <StationRuns runs={view.data.runs} onOpen={run => (isSignedIn ? open(run) : want({ run }))} />
      ) : null}
      {view.isError ? <Link to={paths.login}>{t('by_email')}</Link> : null}
      <Dialog isOpen={wanted !== null && !hasEnded} onClose={() => want(null)} title={t('who')}>
        <OperatorSwitch
          station={station}
          operators={view.data?.operators ?? []}
          onSignedIn={() => {
            want(null)
            const run = wanted?.run ?? null
            if (run !== null) open(run)
          }}
        />
        <p>
          <Link to={paths.login}>{t('by_email')}</Link>
        </p>
      </Dialog>
    </>
  )
}
