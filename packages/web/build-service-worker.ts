import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import type { AppFiles } from './service-worker/app-files.ts'

const source = fileURLToPath(new URL('service-worker/sw.ts', import.meta.url))
/** The way to the first step of a run, and what needs attention. */
const firstRooms =
  /\/src\/(executions\/(HomePage|player\/(PlayerPage|PlayerDialog|StepQuestion|ToolCards|gather\/GatherPage))|offline\/(playing|Outbox|AttentionCard))\.tsx?$/
/** All else that a run may need without a connection. The map is dear, and comes when used, as what is printed does. */
const runRooms = /\/src\/(executions\/(?!.*(\/map\/|Print))|offline\/|identity\/Login|inventory\/shown-in)/
const languages = /\/src\/locales\//
/** As they are, with no hash in their names. */
const plain = /^(index\.html|manifest\.webmanifest|[^/]+\.(css|js|svg))$/

const isScript = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk =>
  file.type === 'chunk'

/** Chunks, and all that has to be there before they run. */
function withImports(bundle: Rolldown.OutputBundle, isWanted: (chunk: Rolldown.OutputChunk) => boolean): Set<string> {
  const needed = new Set<string>()
  const add = (name: string) => {
    const file = bundle[name]
    if (file === undefined || needed.has(name)) return
    needed.add(name)
    if (!isScript(file)) return
    for (const other of file.imports) add(other)
    for (const sheet of file.viteMetadata?.importedCss ?? []) needed.add(sheet)
  }
  for (const file of Object.values(bundle)) if (isScript(file) && isWanted(file)) add(file.fileName)
  return needed
}

/** What the worker keeps of a build, by address. */
function appFiles(dir: string, bundle: Rolldown.OutputBundle): AppFiles {
  const rooms = (which: RegExp) => withImports(bundle, ({ facadeModuleId }) => which.test(facadeModuleId ?? ''))
  const first = withImports(bundle, ({ isEntry, facadeModuleId }) => isEntry || firstRooms.test(facadeModuleId ?? ''))
  for (const name of Object.keys(bundle)) if (/next-latin-wght-normal.*\.woff2$/.test(name)) first.add(name)
  const addresses = (names: Iterable<string>) => [...names].map(name => `/${name}`)
  const plainFiles = readdirSync(dir).filter(name => plain.test(name) && name !== 'sw.js')
  const version = createHash('sha256')
  for (const name of plainFiles) version.update(readFileSync(join(dir, name)))
  return {
    // All other files are named by the first one, or by what it names.
    version: version.digest('hex').slice(0, 12),
    plain: addresses(plainFiles),
    first: addresses(first),
    ofRuns: addresses([...rooms(runRooms)].filter(name => !first.has(name))),
    languages: addresses([...rooms(languages)].filter(name => !first.has(name))),
  }
}

/** Builds the service worker with the list of what it keeps, once everything else is written. */
export const buildServiceWorker = (): Plugin => ({
  name: 'build-service-worker',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (dir === undefined) return
    const files = appFiles(dir, bundle)
    writeFileSync(join(dir, '.vite/kept.json'), JSON.stringify(files, null, 2))
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      define: { appFiles: JSON.stringify(files) },
      build: {
        outDir: dir,
        emptyOutDir: false,
        modulePreload: false,
        rolldownOptions: { input: source, output: { entryFileNames: 'sw.js', format: 'iife' } },
      },
    })
  },
})
