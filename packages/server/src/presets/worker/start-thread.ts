import { Worker } from 'node:worker_threads'

/**
 * Starts the thread in which files are read. Runs from the sources (tests, tools) and from the bundle alike: there the worker is an entry of its
 * own, `preset-worker.mjs`, in the same folder as the file that this module became part of. `maxMemory`: megabytes.
 */
export function startThread(maxMemory: number): Worker {
  const limits = { resourceLimits: { maxOldGenerationSizeMb: maxMemory } }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./preset-worker.mjs', import.meta.url), limits)
  // Node 20 reads no TypeScript by itself, and threads do not inherit the loader of their parent.
  const entry = new URL('./preset-worker.ts', import.meta.url).href
  const bootstrap = `require('node:module').register('tsx/esm', '${entry}', { data: true }); import('${entry}')`
  return new Worker(bootstrap, { ...limits, eval: true })
}
