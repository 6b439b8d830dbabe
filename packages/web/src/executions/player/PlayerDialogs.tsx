import { Suspense } from 'react'
import { PlayerDialog } from './later-parts.ts'
import type { Player } from './use-player.ts'

/** The question that stands over the player, if there is one. */
export function PlayerDialogs({ player }: { readonly player: Player }) {
  const { dialog } = player
  return dialog === null ? null : (
    <Suspense>
      <PlayerDialog player={player} dialog={dialog} />
    </Suspense>
  )
}
