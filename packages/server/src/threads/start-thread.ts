import { join } from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { readEnv } from '../env.ts'
import { bundledThreads, threadSources, type ThreadName } from './thread-sources.ts'

/**
 * Starts a thread, from the sources (tests, tools) and from the bundle alike: there each is an entry of its own, in the same folder as the
 * file that this module became part of.
 */
export function startThread(name: ThreadName, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.mjs`, import.meta.url), options)
  const folder = readEnv()[bundledThreads]
  if (folder !== undefined) return new Worker(join(folder, `${name}.mjs`), options)
  // Node 20 reads no TypeScript by itself, and threads do not inherit the loader of their parent.
  const entry = new URL(threadSources[name], import.meta.url).href
  const bootstrap = `require('node:module').register('tsx/esm', '${entry}', { data: true }); import('${entry}')`
  return new Worker(bootstrap, { ...options, eval: true })
}
