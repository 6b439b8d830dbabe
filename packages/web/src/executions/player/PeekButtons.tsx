import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './action-bar.module.css'
import { neighbour } from './player-view.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

const ways = [
  { by: -1, label: 'look_back', Icon: ChevronLeft },
  { by: 1, label: 'look_ahead', Icon: ChevronRight },
] as const

/** Looks at the step before or after, as a swipe does; the run stays where it is. */
export function PeekButtons({ player, place }: { readonly player: Player; readonly place: Place }) {
  const t = useTranslations('player')
  return ways.map(({ by, label, Icon }) => {
    const target = neighbour(player.view.path, place.shownId, by)
    return (
      <IconButton
        key={label}
        label={t(label)}
        isDisabled={target === null}
        onPress={() => {
          if (target !== null) place.look(target)
        }}
      >
        <Icon aria-hidden size={24} className={styles['way']} />
      </IconButton>
    )
  })
}
