// How esbuild bundles what runs in Node: the server, its workers, the terminal client, and what the benchmarks compare them with.

/** What loads files of its own, or native code, stays a package. */
const external = [
  '@electric-sql/pglite',
  '@electric-sql/pglite/*',
  '@node-rs/argon2',
  '@fastify/swagger-ui',
  'pg-native',
]

// Node 20 compiles some callbacks into code that writes beyond the page it allocates from, and dies of it (docs/decisions/0011).
const withoutFolding = `import { setFlagsFromString as __setFlags } from 'node:v8'; if (process.versions.v8.startsWith('11.')) __setFlags('--no-turbo-allocation-folding');`

// Some dependencies are CommonJS and ask for `require`.
const withRequire = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`

export const nodeBundle = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  // Half the text to compile at every start; names stay, so that stack traces can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  external,
  logLevel: 'warning',
  banner: { js: `${withoutFolding} ${withRequire}` },
}
