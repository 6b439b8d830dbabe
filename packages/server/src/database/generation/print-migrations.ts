import type { Migration } from '../migration/migration.ts'

const literal = (text: string) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``

/** The SQL files as a module, so that the bundled server carries them and reads no folder at its start. */
export function printMigrations(migrations: readonly Migration[]): string {
  const entries = migrations.map(
    ({ version, name, sql }) =>
      `  {\n    version: ${version},\n    name: '${name}',\n    sql: ${literal(sql)},\n  },\n`,
  )
  return `/* oxlint-disable max-lines -- the text of SQL files, written by a program */
// Generated from migrations/*.sql by \`npm run generate\`; do not edit.
import type { Migration } from '../migration/migration.ts'

export const migrations: readonly Migration[] = [
${entries.join('')}]
`
}
