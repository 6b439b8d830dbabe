import type { ComponentType, LazyExoticComponent } from 'react'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'
import { playerViews, type PlayerViewName } from './view-names.ts'

export interface ViewProps {
  readonly player: Player
  readonly place: Place
  readonly onTimer: (minutes: number, text: string) => void
}

/** The views beside Focus, each loaded when somebody looks at it: `story: lazy(() => import('./story/StoryView.tsx'))` and the like. */
export const otherViews: Partial<
  Record<Exclude<PlayerViewName, 'focus'>, LazyExoticComponent<ComponentType<ViewProps>>>
> = {}

/** The views that there are, in their order. */
export const offeredViews: readonly PlayerViewName[] = playerViews.filter(
  name => name === 'focus' || name in otherViews,
)
