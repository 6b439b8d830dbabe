import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogue } from './generation/catalogue.ts'
import { printMigrations } from './generation/print-migrations.ts'
import { printSchemaSql } from './generation/print-schema-sql.ts'
import { printSchemaTypes } from './generation/print-schema-types.ts'
import { readMigrationFiles } from './generation/read-migration-files.ts'

export interface GeneratedFile {
  /** Absolute. */
  readonly path: string
  readonly content: string
}

const folder = fileURLToPath(new URL('.', import.meta.url))

/** What follows from the SQL files: the schema to read, its types, and the files as a module. Migrates an empty database in memory. */
export async function generateDatabaseFiles(): Promise<readonly GeneratedFile[]> {
  const migrations = readMigrationFiles(join(folder, 'migrations'))
  const database = await PGlite.create({ extensions: { pg_trgm } })
  try {
    for (const { sql } of migrations) await database.exec(sql)
    const catalogue = await readCatalogue(database)
    return [
      { path: join(folder, 'schema.sql'), content: printSchemaSql(catalogue) },
      { path: join(folder, 'generated/schema.ts'), content: printSchemaTypes(catalogue) },
      { path: join(folder, 'generated/migrations.ts'), content: printMigrations(migrations) },
    ]
  } finally {
    await database.close()
  }
}
