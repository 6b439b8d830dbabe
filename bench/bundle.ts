import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeBundle } from '../scripts/node-bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles a program as the product is bundled, beside the database worker that both use; answers with its file. */
export async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = `dist/${basename(entry, '.ts')}.mjs`
  await build({ ...nodeBundle, absWorkingDir: root, entryPoints: [entry], outfile })
  return outfile
}

/** Loads a module of the domain as the product runs it: bundled, for what runs from source is compiled differently. */
export async function bundled<Module>(entry: string): Promise<Module> {
  const file = await bundle(entry)
  return (await import(pathToFileURL(`${root}${file}`).href)) as Module
}
