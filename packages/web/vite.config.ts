import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Built into the repository's dist/web, from where the server serves it. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // Lowering `light-dark()` would freeze the theme at build time.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
