import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A photo that was taken on this device and is not with the server yet. */
export interface WaitingPhoto {
  /** Also the key under which the server takes it once, however often it is sent. */
  readonly id: string
  readonly execution_id: number
  readonly step_id: number
  readonly media_type: string
  readonly bytes: ArrayBuffer
  /** Epoch milliseconds. */
  readonly taken_at: number
}

interface Schema extends DBSchema {
  photos: { key: string; value: WaitingPhoto; indexes: { run: number } }
}

let db: Promise<IDBPDatabase<Schema>> | null = null

/** Pictures have a place of their own beside the runs: they are large, and nothing is ever changed together with them. */
function open(): Promise<IDBPDatabase<Schema>> {
  db ??= openDB<Schema>('hidesync-photos', 1, {
    upgrade: made => {
      made.createObjectStore('photos', { keyPath: 'id' }).createIndex('run', 'execution_id')
    },
    terminated: () => (db = null),
  }).catch((error: unknown) => {
    db = null
    throw error
  })
  return db
}

/** Photos that wait to be sent; kept until the server has them. */
export const photoBox = {
  keep: async (photo: WaitingPhoto): Promise<void> => {
    await (await open()).put('photos', photo)
  },
  /** Those of a run, the oldest first. */
  of: async (executionId: number): Promise<readonly WaitingPhoto[]> => {
    const all = await (await open()).getAllFromIndex('photos', 'run', executionId)
    return all.toSorted((one, other) => one.taken_at - other.taken_at)
  },
  drop: async (id: string): Promise<void> => {
    await (await open()).delete('photos', id)
  },
}
