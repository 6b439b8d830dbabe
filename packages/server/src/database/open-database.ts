import { Kysely } from 'kysely'
import { join } from 'node:path'
import { LocalBell, type Bell } from './bell.ts'
import type { Database } from './database.ts'
import { sqlDialect } from './dialect/sql-dialect.ts'
import type { SessionSource } from './dialect/session.ts'
import { prepareDataFolder } from './embedded/data-folder.ts'
import { EmbeddedSessions } from './embedded/embedded-sessions.ts'
import { takeOwnerLock } from './embedded/owner-lock.ts'
import type { Schema } from './generated/schema.ts'
import { migrate } from './migration/migrate.ts'
import { PostgresBell } from './postgres/postgres-bell.ts'
import { PostgresSessions } from './postgres/postgres-sessions.ts'

export interface DatabaseOptions {
  /** `postgres://…` of a server; without it the embedded engine keeps its files in `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir?: string | undefined
  /** How many connections to the server at most; 10 unless stated. */
  readonly poolSize?: number | undefined
  /** Called when the embedded engine broke down: what was open has failed with DatabaseLostError, and it is being opened again. */
  readonly onFatal?: ((error: Error) => void) | undefined
}

export interface OpenDatabase {
  readonly db: Database
  readonly engine: 'embedded' | 'postgres'
  /** Rung by who has written what others wait for. */
  readonly bell: Bell
  /** Finishes what was asked, and lets go of the connections or of the data folder. */
  close(): Promise<void>
}

async function openEmbedded(dataDir: string, onFatal: (error: Error) => void) {
  prepareDataFolder(dataDir)
  const lock = await takeOwnerLock(dataDir)
  try {
    const sessions = await EmbeddedSessions.open({ folder: join(dataDir, 'database'), onFatal })
    return { sessions, release: () => lock.release() }
  } catch (error) {
    lock.release()
    throw error
  }
}

const asDatabase = (sessions: SessionSource): Database => new Kysely<Schema>({ dialect: sqlDialect(sessions) })

/**
 * Opens the database and brings its schema up to date. Throws, with a sentence for the person who starts the program: DataFolderError,
 * DataFolderInUseError, NewerSchemaError, ChangedMigrationError, or what the server says.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, poolSize, onFatal = () => {} } = options
  if (databaseUrl === undefined && dataDir === undefined)
    throw new TypeError('Say where the database is: databaseUrl for a server, dataDir for the embedded one.')
  const { sessions, release, bell } =
    databaseUrl === undefined
      ? { ...(await openEmbedded(dataDir ?? '', onFatal)), bell: new LocalBell() }
      : {
          sessions: new PostgresSessions({ databaseUrl, ...(poolSize === undefined ? {} : { poolSize }) }),
          release: () => {},
          bell: new PostgresBell(databaseUrl),
        }
  const db = asDatabase(sessions)
  const close = async () => {
    // Not db.destroy(): it closes nothing when nothing was ever asked.
    await bell.close()
    await sessions.close()
    release()
  }
  try {
    await migrate(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, engine: databaseUrl === undefined ? 'embedded' : 'postgres', bell, close }
}
