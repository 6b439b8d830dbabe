import type { DBSchema } from 'idb'
import { DeviceDatabase } from './device-database.ts'
import type { Problem } from './packed-run.ts'

/** A photo that was taken on this device and is not with the server yet. */
export interface WaitingPhoto {
  /** Also the key under which the server takes it once, however often it is sent. */
  readonly id: string
  /** Who took it, and alone sees and sends it here. */
  readonly owner: number
  readonly execution_id: number
  readonly step_id: number
  readonly workflow_name: string
  readonly step_name: string
  readonly media_type: string
  /** Epoch milliseconds. */
  readonly taken_at: number
  /** Why the server does not take it: it stays until somebody has said what becomes of it. */
  readonly problem: Problem | null
}

interface Schema extends DBSchema {
  photos: { key: string; value: WaitingPhoto; indexes: { owner: number } }
  pictures: { key: string; value: ArrayBuffer }
}

/**
 * Photos that wait to be sent, for each person apart; kept until the server has them. They have a place of their own beside the runs:
 * they are large, and nothing is ever changed together with them. What is known of them is apart from the pictures, so that they can be
 * listed without being read.
 */
export class PhotoBox {
  readonly #database: DeviceDatabase<Schema>

  constructor(name = 'hidesync-photos') {
    this.#database = new DeviceDatabase(name, 2, db => {
      // The first form, of no released version, did not know whose they were.
      if (db.objectStoreNames.contains('photos')) db.deleteObjectStore('photos')
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('owner', 'owner')
      db.createObjectStore('pictures')
    })
  }

  /** Resolves once it is on the disk, whole; rejects where there is no room, and then nothing of it is kept. */
  async keep(photo: WaitingPhoto, picture: ArrayBuffer): Promise<void> {
    const tx = (await this.#database.open()).transaction(['photos', 'pictures'], 'readwrite', { durability: 'strict' })
    await Promise.all([tx.objectStore('photos').put(photo), tx.objectStore('pictures').put(picture, photo.id), tx.done])
  }

  /** Those of a person, the oldest first. */
  async of(owner: number): Promise<readonly WaitingPhoto[]> {
    const all = await (await this.#database.open()).getAllFromIndex('photos', 'owner', owner)
    return all.toSorted((one, other) => one.taken_at - other.taken_at)
  }

  async picture(id: string): Promise<ArrayBuffer | undefined> {
    return await (await this.#database.open()).get('pictures', id)
  }

  /** Says why it is not taken, or that it is tried again; nothing where it is gone already. */
  async judge(id: string, problem: Problem | null): Promise<void> {
    const tx = (await this.#database.open()).transaction('photos', 'readwrite')
    const photo = await tx.store.get(id)
    if (photo !== undefined) await tx.store.put({ ...photo, problem })
    await tx.done
  }

  async drop(id: string): Promise<void> {
    const tx = (await this.#database.open()).transaction(['photos', 'pictures'], 'readwrite')
    await Promise.all([tx.objectStore('photos').delete(id), tx.objectStore('pictures').delete(id), tx.done])
  }
}
