import { defineConfig } from 'vitest/config'

const node = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, environment: 'node', ...extra },
})

/** One project a package; the ones that share a browser or a database server start it once, in their global set-up. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // As in the bundles of what Node runs: Node 20 compiles some callbacks wrongly (scripts/node-bundle.mjs).
    execArgv: process.versions.v8.startsWith('11.') ? ['--no-turbo-allocation-folding'] : [],
    projects: [
      node('domain', ['packages/domain/src/**/*.test.ts']),
      node('contract', ['packages/contract/src/**/*.test.ts']),
      node('server', ['packages/server/src/**/*.test.ts'], {
        globalSetup: ['packages/server/src/testing/global-setup.ts'],
      }),
      {
        extends: './packages/web/vite.config.ts',
        test: {
          name: 'web',
          include: ['packages/web/{src,service-worker}/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
      node('cli', ['packages/cli/src/**/*.test.ts'], { globalSetup: ['packages/server/src/testing/global-setup.ts'] }),
      node('architecture', ['tests/*.test.ts']),
      node('crash', ['tests/crash/**/*.test.ts'], {
        testTimeout: 600_000,
        globalSetup: ['packages/server/src/testing/global-setup.ts'],
      }),
      node('e2e', ['tests/e2e/**/*.e2e.ts'], {
        testTimeout: 180_000,
        globalSetup: ['tests/e2e/global-setup.ts'],
        // What is awaited comes as late as the machine lets it; a test that asks how soon measures that itself.
        expect: { poll: { timeout: 10_000 } },
      }),
    ],
  },
})
