/** The ways to look at one run: its step for working, its story for reading, its map for an overview. */
export const playerViews = ['focus', 'story', 'map'] as const
export type PlayerViewName = (typeof playerViews)[number]
