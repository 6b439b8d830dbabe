import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, processStart } from './process-identity.ts'

/** Another process, named in the message, has the data folder open. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'
  readonly pid: number

  constructor(folder: string, owner: Owner) {
    const whose = owner.pid === process.pid && owner.host === hostname() ? ' (this very process)' : ''
    const where = owner.host === hostname() ? '' : ` on ${owner.host}`
    super(
      `The data folder ${folder} is in use by process ${owner.pid}${whose}${where} since ${owner.since}. Stop that one first, or set DATA_DIR to another folder.`,
    )
    this.pid = owner.pid
  }
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** When that process began: another one may have got its number since. */
  readonly started: string | null
  /** When it took the folder, RFC 3339. */
  readonly since: string
}

export interface OwnerLock {
  release(): void
}

const heartbeat = 10_000
// Of a process on another machine nothing can be asked: it is gone when its file has not been touched for so long.
const silence = 6 * heartbeat
// How long a lock that took the place of a stale one is watched before it counts.
const settling = 50

const isLive = (owner: Owner, path: string): boolean => {
  if (owner.host !== hostname()) return Date.now() - statSync(path).mtimeMs < silence
  return isAlive(owner.pid) && (owner.started === null || owner.started === processStart(owner.pid))
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const parseOwner = (text: string): Owner | null => {
  try {
    const value = JSON.parse(text) as Partial<Owner> | null
    return typeof value?.pid === 'number' && typeof value.host === 'string' ? (value as Owner) : null
  } catch {
    return null
  }
}

/** Puts a file with this content at `path` at once; false when there is one. */
function place(path: string, content: string): boolean {
  const own = `${path}.${process.pid}`
  writeFileSync(own, content)
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Takes a stale lock away; if another process has replaced it in the meantime, that one's is put back. */
function removeStale(path: string, stale: string) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const found = read(aside)
  if (found !== null && found !== stale) place(path, found)
  rmSync(aside, { force: true })
}

/**
 * Makes this process the only owner of a data folder: nothing in the engine stops two from opening it, and two destroy it.
 * A lock whose process is gone is taken over. Throws DataFolderInUseError naming the owner.
 */
export async function takeOwnerLock(folder: string): Promise<OwnerLock> {
  const path = join(folder, 'owner.lock')
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    started: processStart(process.pid),
    since: new Date().toISOString(),
  }
  const content = `${JSON.stringify(owner)}\n`
  for (let recovering = false; ;) {
    if (place(path, content)) {
      if (recovering) await sleep(settling)
      if (read(path) === content) break
    }
    const found = read(path)
    if (found === null) continue
    const other = parseOwner(found)
    if (other !== null && isLive(other, path)) throw new DataFolderInUseError(folder, other)
    removeStale(path, found)
    recovering = true
  }
  const timer = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // The folder is gone, or somebody took the file away: nothing that a heartbeat could mend.
    }
  }, heartbeat).unref()
  return {
    release() {
      clearInterval(timer)
      if (read(path) === content) rmSync(path, { force: true })
    },
  }
}
