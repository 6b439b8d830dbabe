import type { Worker } from 'node:worker_threads'
import { startThread } from '../../threads/start-thread.ts'

/** Starts the thread in which files are read. `maxMemory`: megabytes. */
export const startPresetThread = (maxMemory: number): Worker =>
  startThread('preset-worker', { resourceLimits: { maxOldGenerationSizeMb: maxMemory } })
