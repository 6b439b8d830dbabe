import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { PlayerViewName } from './view-names.ts'
import type { ViewProps } from './view-props.ts'

/** The views beside Focus, each loaded when somebody looks at it. */
export const otherViews: Record<Exclude<PlayerViewName, 'focus'>, LazyExoticComponent<ComponentType<ViewProps>>> = {
  story: lazy(async () => ({ default: (await import('./story/StoryView.tsx')).StoryView })),
  map: lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView })),
}
