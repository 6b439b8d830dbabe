import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** The major version of PostgreSQL whose files the embedded engine reads. */
export const embeddedMajor = 18

/** The data folder cannot be used; the message says why and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/** Makes the folder if need be; throws DataFolderError when that fails or when one may not write there. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new DataFolderError(
      `The data folder ${folder} cannot be written (${reason}): make it writable for this user, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

/**
 * Files belong to one major version of PostgreSQL, which PostgreSQL itself writes beside them as PG_VERSION.
 * Throws DataFolderError when they are of another one.
 */
export function checkMajor(files: string): void {
  const path = join(files, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'unknown'
  if (found !== String(embeddedMajor))
    throw new DataFolderError(
      `The database files in ${files} are of PostgreSQL ${found}; this version of HideSync Workflows embeds PostgreSQL ${embeddedMajor}. Start the version that wrote them and move the data from there (pg_dump into a PostgreSQL server named by DATABASE_URL), or set DATA_DIR to an empty folder.`,
    )
}

/**
 * Has `initialise` fill a new folder and gives it its name only when everything in it is on disk: a folder of that name is always complete,
 * whenever the power fails.
 */
export async function initialiseOnce(files: string, initialise: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(files)) return
  const unfinished = `${files}.new`
  rmSync(unfinished, { recursive: true, force: true })
  await initialise(unfinished)
  syncTree(unfinished)
  renameSync(unfinished, files)
  syncPath(dirname(files))
}

function syncPath(path: string) {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function syncTree(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path)
  }
  syncPath(folder)
}
