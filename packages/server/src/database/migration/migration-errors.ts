/** The database was written by a newer version of the program. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
  readonly databaseVersion: number
  readonly programVersion: number

  constructor(databaseVersion: number, programVersion: number) {
    super(
      `The database has schema version ${databaseVersion}, this version of HideSync Workflows knows up to ${programVersion}. Start the newer version that the database was used with, or restore a backup from before.`,
    )
    this.databaseVersion = databaseVersion
    this.programVersion = programVersion
  }
}

/** A migration that the database has recorded is not the one that this program carries under its number. */
export class ChangedMigrationError extends Error {
  override readonly name = 'ChangedMigrationError'
  constructor(version: number, name: string) {
    super(
      `Migration ${version} (${name}) of this program differs from the one that the database was migrated with. Use the program that migrated it, or an empty database.`,
    )
  }
}
