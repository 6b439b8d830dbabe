import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'
import type { PlayerViewName } from './view-names.ts'

export interface ViewProps {
  readonly player: Player
  readonly place: Place
  readonly onTimer: (minutes: number, text: string) => void
}

/** The views beside Focus, each loaded when somebody looks at it. */
export const otherViews: Record<Exclude<PlayerViewName, 'focus'>, LazyExoticComponent<ComponentType<ViewProps>>> = {
  story: lazy(async () => ({ default: (await import('./story/StoryView.tsx')).StoryView })),
  map: lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView })),
}
