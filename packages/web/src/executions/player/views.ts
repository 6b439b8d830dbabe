import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { StoryView } from './later-parts.ts'
import type { PlayerViewName } from './view-names.ts'
import type { ViewProps } from './view-props.ts'

/** The views beside Focus, each loaded when somebody looks at it. */
export const otherViews: Record<Exclude<PlayerViewName, 'focus'>, LazyExoticComponent<ComponentType<ViewProps>>> = {
  story: StoryView,
  map: lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView })),
}
