/** The threads there are, and where their sources lie, as seen from here. */
export const threadSources = {
  'embedded-worker': '../database/embedded/embedded-worker.ts',
  'preset-worker': '../presets/worker/preset-worker.ts',
} as const

export type ThreadName = keyof typeof threadSources

/** Names the folder of threads that were bundled beforehand, for a server that runs from its sources: to read those takes a second or more. */
export const bundledThreads = 'HIDESYNC_BUNDLED_THREADS'
