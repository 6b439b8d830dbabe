import { useTranslations } from 'use-intl'
import { ErrorState } from '../../app/ErrorState.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { isEnded } from './use-station.ts'

interface StationTroubleProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Why the station shows nothing: it has been taken away, or it cannot be asked just now. */
export function StationTrouble({ error, onRetry }: StationTroubleProps) {
  const t = useTranslations('station')
  return isEnded(error) ? (
    <Banner tone="warning" announce="alert">
      {t('ended')}
    </Banner>
  ) : (
    <ErrorState error={error} onRetry={onRetry} />
  )
}
