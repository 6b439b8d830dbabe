import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import * as databases from '../../packages/server/src/testing/global-setup.ts'
import { findBrowser } from './support/find-browser.ts'
import { webDir } from './support/web-dir.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The tests' own build: whoever builds for `npm start` meanwhile takes nothing away from under them. */
const built = join(webDir, 'index.html')

/** The youngest file of the sources, in milliseconds. */
function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .reduce((last, entry) => Math.max(last, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}

async function buildWebApp(): Promise<void> {
  const sources = ['packages/web', 'packages/domain/src', 'packages/contract/src'].map(folder =>
    newest(join(root, folder)),
  )
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return
  // In a process of its own: the builder sets NODE_ENV, and keeps much memory.
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', webDir, '--emptyOutDir'], {
    cwd: join(root, 'packages/web'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Makes ready what every test in the browser needs: the databases, the built web app, and a browser. */
export async function setup(project: TestProject): Promise<void> {
  findBrowser()
  await buildWebApp()
  await databases.setup(project)
}

export const teardown = databases.teardown
