import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const missing = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}

/** Makes a rename in the folder last through a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Pictures as files of the data folder, under names that are made up; a file that is there is whole. */
export class PhotoStore {
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'photos')
  }

  /** Keeps the picture; it is on disk when this resolves. Gives its name. */
  async write(bytes: Uint8Array): Promise<string> {
    const name = randomUUID()
    const path = this.#path(name)
    const folder = join(path, '..')
    await mkdir(folder, { recursive: true })
    const unfinished = `${path}.new`
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, path)
    await syncFolder(folder)
    return name
  }

  /** Null: there is none of that name. */
  read(name: string): Promise<Uint8Array | null> {
    return readFile(this.#path(name)).catch(missing)
  }

  async remove(name: string): Promise<void> {
    await rm(this.#path(name), { force: true })
  }

  /** The names of files, also of unfinished ones, that were last written before the time. */
  async *olderThan(time: Date): AsyncGenerator<string> {
    const folders = (await readdir(this.#folder).catch(missing)) ?? []
    for (const folder of folders)
      for (const name of await readdir(join(this.#folder, folder))) {
        const found = await stat(join(this.#folder, folder, name)).catch(missing)
        if (found !== null && found.mtime < time) yield name
      }
  }

  #path(name: string): string {
    return join(this.#folder, name.slice(0, 2), name)
  }
}
