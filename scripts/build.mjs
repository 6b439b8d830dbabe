// Builds what `npm start` runs: the web app (vite), and the server, its workers and the terminal client (esbuild).
// Does nothing when no source has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from './ensure-installed.mjs'
import { nodeBundle } from './node-bundle.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const inputs = ['packages', 'scripts', 'presets', 'package-lock.json', 'tsconfig.base.json']
const ignored = new Set(['node_modules', 'dist', 'data'])

/** Every input file with its size and time of change, as one hash. */
function fingerprint() {
  const hash = createHash('sha256')
  const visit = path => {
    const stat = statSync(path)
    if (!stat.isDirectory()) return hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`)
    for (const name of readdirSync(path).toSorted()) if (!ignored.has(name)) visit(join(path, name))
  }
  for (const input of inputs) visit(join(root, input))
  return hash.digest('hex')
}

export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

/** Workspace packages are bundled from their sources. */
const workspace = {
  name: 'workspace',
  setup(build) {
    build.onResolve({ filter: /^@hidesync\// }, ({ path }) => {
      const [, name, ...rest] = path.split('/')
      return { path: join(root, 'packages', name, 'src', `${rest.join('/')}.ts`) }
    })
  },
}
/** Parts are named by their content: those of earlier builds would stay. */
function removeBundles() {
  for (const name of readdirSync(dist)) if (/\.mjs(\.map)?$/.test(name)) rmSync(join(dist, name))
}

async function bundle() {
  removeBundles()
  const { build } = await import('esbuild')
  await build({
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: {
      server: 'packages/server/src/main.ts',
      'embedded-worker': 'packages/server/src/database/embedded/embedded-worker.ts',
      'preset-worker': 'packages/server/src/presets/worker/preset-worker.ts',
      hidesync: 'packages/cli/src/main.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    // What is rarely asked for, such as the tools for assistants, lies in files of its own and costs no start anything.
    splitting: true,
    plugins: [workspace],
  })
}

async function buildWeb() {
  const { build } = await import('vite')
  await build({
    root: join(root, 'packages/web'),
    configFile: join(root, 'packages/web/vite.config.ts'),
    logLevel: 'warn',
  })
}

export async function build() {
  const wanted = fingerprint()
  rmSync(stamp, { force: true })
  mkdirSync(dist, { recursive: true })
  await Promise.all([bundle(), buildWeb()])
  writeFileSync(stamp, wanted)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--force') || !isBuilt()) await build()
  console.log(`Built into ${fileURLToPath(new URL('../dist', import.meta.url))}`)
}
