import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '../migration/migration.ts'

/** The SQL files of a folder in order; throws when one is misnamed or a number is missing. */
export function readMigrationFiles(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .toSorted()
    .map(file => {
      const [, version, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
      if (version === undefined || name === undefined)
        throw new Error(`${file} is no migration: name it like 0002_add_bookings.sql.`)
      return { version: Number(version), name, sql: readFileSync(join(folder, file), 'utf8') }
    })
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1)
      throw new Error(`Migration ${name} has number ${version}; after ${index} comes ${index + 1}.`)
  })
  return migrations
}
