import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { nodeBundle } from '../scripts/node-bundle.mjs'
import { makeScratchFolder } from '@hidesync/server/testing/scratch-folder'

const program = fileURLToPath(new URL('support/returning-early.ts', import.meta.url))

describe('what npm start runs', () => {
  it('survives what Node 20 compiles wrongly, every time', async () => {
    const folder = makeScratchFolder()
    const outfile = join(folder, 'returning-early.mjs')
    try {
      await build({ ...nodeBundle, entryPoints: [program], outfile })
      for (let run = 0; run < 10; run += 1) {
        const { stdout } = await promisify(execFile)(process.execPath, [outfile])
        expect(stdout).toBe('found 0\n')
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
