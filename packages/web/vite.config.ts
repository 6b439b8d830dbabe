import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compressFiles } from './compress-files.ts'
import { leanRoutes } from './lean-routes.ts'
import { leanStatics } from './lean-statics.ts'
import { buildServiceWorker } from './build-service-worker.ts'

/** Preloads the one font file that every page needs. */
const preloadFont = (): Plugin => ({
  name: 'preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter(file => /next-latin-wght-normal.*\.woff2$/.test(file))
        .map(file => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          injectTo: 'head' as const,
        })),
  },
})

/** `vite --mode fake` runs the app on the fake of the API: no server needed. */
const fakeEntry = (): Plugin => ({
  name: 'fake-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: html => html.replace('/src/main.tsx', '/src/testing/main-fake.tsx'),
  },
})

/**
 * What is packed together: many small files pack badly. What every page loads is one piece beside React, which seldom changes; the
 * looks of what is shown on many pages are one piece per area, but for those of the home page, which is the first that one sees.
 */
const pieces = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
  { name: 'shell', test: /\/src\/main\.tsx$/, priority: 1 },
  { name: 'ui', test: /\/src\/ui\/.*\.css$/ },
  { name: 'player-looks', test: /\/src\/executions\/player\/(?!keys|map).*\.css$/ },
  {
    name: 'workflow-looks',
    test: /\/src\/workflows\/(?!cover|difficulty|stars|start-panel|step-type-chip|workflow-card).*\.css$/,
  },
  // A browser asks for six files at a time: what many rooms share comes in one piece, and so do the icons.
  { name: 'icons', test: /node_modules\/lucide-react\//, minShareCount: 3, priority: 2 },
  // What whoever asks for a run's ways asks for together.
  {
    name: 'ways',
    test: /\/domain\/src\/(workflows\/(condition|json-|compile)|executions\/(ways|letters))/,
    minShareCount: 4,
  },
  { name: 'common', minShareCount: 20 },
]

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'ar-AE'] }), enforce: 'pre' },
    preloadFont(),
    leanStatics(),
    buildServiceWorker(),
    compressFiles(),
    // The fake answers by the schemas, too.
    ...(mode === 'fake' ? [fakeEntry()] : [leanRoutes()]),
  ],
  // So that a worker, too, loads a language only when it is spoken.
  worker: { format: 'es' },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // Older targets would have `light-dark()` lowered, and themes that arrive at run time would no longer follow.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // The policy of the server allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: pieces } } },
    // The largest is React.
    chunkSizeWarningLimit: 640,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
}))
