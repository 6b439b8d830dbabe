import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minifySync, type Plugin } from 'vite'

/** Takes out of what is sent as it was written, and waited for before the first paint, what is for those who read it here. */
export const leanStatics = (): Plugin => ({
  name: 'lean-statics',
  apply: 'build',
  transformIndexHtml: { order: 'post', handler: html => html.replace(/\s*<!--.*?-->/gs, '') },
  writeBundle: {
    order: 'pre',
    sequential: true,
    handler({ dir }) {
      if (dir === undefined) return
      const path = join(dir, 'theme.js')
      writeFileSync(path, minifySync(path, readFileSync(path, 'utf8')).code)
    },
  },
})
