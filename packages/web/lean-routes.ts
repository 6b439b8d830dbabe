import { build } from 'esbuild'
import type { Plugin } from 'vite'

const used = ['method', 'path', 'access'] as const

type Routes = Record<string, Record<string, Record<(typeof used)[number], string>>>

/** The routes as they are in the sources. */
async function routesOf(file: string): Promise<{ readonly apiPrefix: string; readonly routes: Routes }> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return (await import(`data:text/javascript;base64,${code}`)) as { apiPrefix: string; routes: Routes }
}

/**
 * Leaves of the API's routes what its client uses: where they lead and who may call. Their schemas, which only the server checks
 * by, and the library that these are made with, would be a sixth of what every page loads.
 */
export const leanRoutes = (): Plugin => ({
  name: 'lean-routes',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /\/contract\/src\/routes\.ts$/ },
    handler: async id => {
      const { apiPrefix, routes } = await routesOf(id)
      const lean = Object.entries(routes).map(([feature, group]) => [
        feature,
        Object.fromEntries(
          Object.entries(group).map(([name, route]) => [
            name,
            Object.fromEntries(used.map(field => [field, route[field]])),
          ]),
        ),
      ])
      return `export const apiPrefix = ${JSON.stringify(apiPrefix)}
export const routes = ${JSON.stringify(Object.fromEntries(lean))}`
    },
  },
})
