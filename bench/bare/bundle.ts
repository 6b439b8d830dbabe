import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles the bare server as the product is bundled, beside the database worker that both use; answers with its file. */
export async function bundleBareServer(): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = 'dist/bare-server.mjs'
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/bare-server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  return outfile
}
