import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { threadSources } from '../threads/thread-sources.ts'

/** Bundles the server's threads into a folder below the given one, named by their content, and gives its path. */
export async function bundleThreads(cache: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(threadSources).map(([name, source]) => [
        name,
        fileURLToPath(new URL(`../threads/${source}`, import.meta.url)),
      ]),
    ),
    outdir: cache,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // It loads files of its own.
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*'],
    logLevel: 'error',
    // Some dependencies are CommonJS and ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  const folder = join(cache, `threads-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  for (const { path, contents } of outputFiles) writeFileSync(join(unfinished, basename(path)), contents)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
