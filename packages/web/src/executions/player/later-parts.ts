import { lazy } from 'react'
import { fetchOutbox } from '../../offline/fetch-outbox.ts'

const load = {
  gather: () => import('./gather/GatherPage.tsx'),
  tools: () => import('./ToolCards.tsx'),
  question: () => import('./StepQuestion.tsx'),
  dialog: () => import('./PlayerDialog.tsx'),
  log: () => import('./log/LogPanel.tsx'),
  story: () => import('./story/StoryView.tsx'),
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
export const LogPanel = lazy(async () => ({ default: (await load.log()).LogPanel }))
export const StoryView = lazy(async () => ({ default: (await load.story()).StoryView }))

/** Fetches what the next steps may need, and what one looks for without a connection, so that it is there when the connection is not. */
export const fetchLaterParts = (): Promise<unknown> => {
  const { gather: _gather, ...later } = load
  return Promise.allSettled([...Object.values(later), fetchOutbox].map(fetch => fetch()))
}
