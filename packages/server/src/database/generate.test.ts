import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generateDatabaseFiles } from './generate.ts'

it('the checked-in schema, types and migrations are those that the SQL files give', async () => {
  const files = await generateDatabaseFiles()
  expect(files.map(({ path }) => path.split('/').at(-1))).toEqual(['schema.sql', 'schema.ts', 'migrations.ts'])
  for (const { path, content } of files)
    expect(readFileSync(path, 'utf8') === content, `${path} is stale: run \`npm run generate\``).toBe(true)
}, 120_000)
