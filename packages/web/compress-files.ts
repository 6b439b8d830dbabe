import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is text; pictures and fonts are packed already. */
const text = /\.(html|js|css|svg|webmanifest)$/
/** Smaller ones fit into one packet as they are; bytes. */
const least = 1_000

const packings = [
  { ending: 'gz', pack: (content: Buffer) => promisify(gzip)(content, { level: 9 }) },
  {
    ending: 'br',
    // The best is only a little smaller, and takes ten times as long.
    pack: (content: Buffer) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  },
]

async function compress(path: string): Promise<void> {
  const content = await readFile(path)
  if (content.length < least) return
  await Promise.all(packings.map(async ({ ending, pack }) => writeFile(`${path}.${ending}`, await pack(content))))
}

/** Lays each file that is text packed beside itself, once everything is written: the server sends what the browser takes, and packs nothing itself. */
export const compressFiles = (): Plugin => ({
  name: 'compress-files',
  apply: 'build',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir }) {
      if (dir === undefined) return
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && text.test(entry.name))
        .map(entry => join(entry.parentPath, entry.name))
      await Promise.all(files.map(compress))
    },
  },
})
