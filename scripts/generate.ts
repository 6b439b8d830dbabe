// Makes the checked-in files that are derived from others; with `--check` only says which of them are stale.
import { generateDatabaseFiles } from '@hidesync/server/database/generate'
import { generateOpenApi } from '@hidesync/server/operations/generate-openapi'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')
let stale = 0
for (const { path, content } of [...(await generateDatabaseFiles()), ...(await generateOpenApi())]) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) continue
  if (check) {
    stale++
    console.error(`${relative(root, path)} is stale: run \`npm run generate\` and commit it.`)
  } else {
    writeFileSync(path, content)
    console.log(`wrote ${relative(root, path)}`)
  }
}
process.exitCode = stale > 0 ? 1 : 0
