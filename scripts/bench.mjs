// `npm run bench`: install what is missing, build what has changed, then measure the product beside the bare minimum.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
const { isBuilt } = await import('./build.mjs')
if (!isBuilt()) {
  console.error('Building …')
  const built = spawnSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url)), '--force'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status !== 0) {
    console.error('The build failed; the messages above say where.')
    process.exit(1)
  }
}
// In this very process, so that whoever ends it ends the servers that it started.
const { register } = await import('tsx/esm/api')
register()
await import('../bench/main.ts')
