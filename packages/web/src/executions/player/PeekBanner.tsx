import { Eye } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

const open = ['pending', 'ready', 'active']

/** Says that the step in view is only looked at, and where the run is. */
export function PeekBanner({ player, place }: { readonly player: Player; readonly place: Place }) {
  const t = useTranslations('player')
  const { view } = player
  const { shownId, stayId, back } = place
  const shown = view.path.find(({ id }) => id === shownId)
  if (shown === undefined) return null
  const goHere = (
    <Button
      onPress={() => {
        back()
        player.goTo(shown.id)
      }}
    >
      {t('go_here')}
    </Button>
  )
  return (
    <Banner
      tone="info"
      announce="status"
      icon={<Eye aria-hidden />}
      actions={
        <>
          {open.includes(shown.look) && view.state.status === 'active' ? goHere : null}
          <Button variant="primary" onPress={back}>
            {t('return')}
          </Button>
        </>
      }
    >
      {t('peek', { shown: shown.number, current: view.path.find(({ id }) => id === stayId)?.number ?? 0 })}
    </Banner>
  )
}
