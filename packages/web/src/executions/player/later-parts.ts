import { lazy } from 'react'

const load = {
  gather: () => import('./gather/GatherPage.tsx'),
  tools: () => import('./ToolCards.tsx'),
  question: () => import('./StepQuestion.tsx'),
  dialog: () => import('./PlayerDialog.tsx'),
}

// What the first screen of a step can do without.
export const GatherPage = lazy(async () => ({ default: (await load.gather()).GatherPage }))
export const ToolCards = lazy(async () => ({ default: (await load.tools()).ToolCards }))
export const StepQuestion = lazy(async () => ({ default: (await load.question()).StepQuestion }))
export const Presence = lazy(async () => ({ default: (await import('./presence/Presence.tsx')).Presence }))
export const OtherDevices = lazy(async () => ({
  default: (await import('./presence/OtherDevices.tsx')).OtherDevices,
}))
export const PlayerDialog = lazy(async () => ({ default: (await load.dialog()).PlayerDialog }))

/** Fetches what the next steps may need, so that it is there when the connection is not. */
export const fetchLaterParts = (): Promise<unknown> =>
  Promise.allSettled([
    load.tools(),
    load.question(),
    load.dialog(),
    import('../../offline/Outbox.tsx'),
    import('./log/LogPanel.tsx'),
    import('./story/StoryView.tsx'),
  ])
