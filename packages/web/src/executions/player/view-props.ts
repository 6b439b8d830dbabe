import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

/** What every view of a run takes. */
export interface ViewProps {
  readonly player: Player
  readonly place: Place
  readonly onTimer: (minutes: number, text: string) => void
}
