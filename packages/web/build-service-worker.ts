import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const source = fileURLToPath(new URL('service-worker/sw.ts', import.meta.url))
/** What has to be there without a connection beside the shell: the rooms of runs, and the languages. The map is dear, and comes when used. */
const rooms = /\/src\/(executions|identity|locales|offline)\/(?!.*\/map\/)/
/** As they are, with no hash in their names. */
const plain = /^(index\.html|manifest\.webmanifest|.*\.(css|js|svg|png))$/

const isScript = (file: Rolldown.OutputAsset | Rolldown.OutputChunk): file is Rolldown.OutputChunk =>
  file.type === 'chunk'

/** The shell, the rooms, and all that has to be there before they run. */
function neededFiles(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const needed = new Set<string>()
  const add = (name: string) => {
    const file = bundle[name]
    if (file === undefined || needed.has(name)) return
    needed.add(name)
    if (!isScript(file)) return
    for (const other of file.imports) add(other)
    for (const sheet of file.viteMetadata?.importedCss ?? []) needed.add(sheet)
  }
  for (const file of Object.values(bundle))
    if (isScript(file) && (file.isEntry || rooms.test(file.facadeModuleId ?? ''))) add(file.fileName)
  for (const name of Object.keys(bundle)) if (/next-latin-wght-normal.*\.woff2$/.test(name)) needed.add(name)
  return needed
}

/** Builds the service worker with the list of what it keeps, once everything else is written. */
export const buildServiceWorker = (): Plugin => ({
  name: 'build-service-worker',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (dir === undefined) return
    const hashed = [...neededFiles(bundle)].map(name => ({ url: `/${name}`, revision: null }))
    const others = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(dir.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter(name => plain.test(name) && !name.startsWith('assets/') && !name.startsWith('.') && name !== 'sw.js')
      .map(name => ({
        url: `/${name}`,
        revision: createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')
          .slice(0, 16),
      }))
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      define: { precached: JSON.stringify([...hashed, ...others]), 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: dir,
        emptyOutDir: false,
        modulePreload: false,
        rolldownOptions: { input: source, output: { entryFileNames: 'sw.js', format: 'iife' } },
      },
    })
  },
})
