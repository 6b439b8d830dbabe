// `npm start`: install what is missing, build what has changed, serve.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
const { isBuilt } = await import('./build.mjs')
if (!isBuilt()) {
  console.log('Building …')
  // In a process of its own, so that the server does not carry the builder's memory.
  const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url)), '--force'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status !== 0) {
    console.error('The build failed; the messages above say where.')
    process.exit(1)
  }
}
await import('../dist/server.mjs')
