import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { createStore, type Store } from '../app/store.ts'

const forgets = createStore(false)

/** Whether what this device should keep is gone with the page: the browser keeps nothing, by its settings or because its files are broken. */
export const deviceForgets: Pick<Store<boolean>, 'get' | 'subscribe'> = forgets

/** A database of this device, opened at its first use. Where the browser has none, one that lasts as long as the page stands in. */
export class DeviceDatabase<S extends DBSchema> {
  #db: Promise<IDBPDatabase<S>> | null = null

  constructor(
    private readonly name: string,
    private readonly version: number,
    private readonly upgrade: (db: IDBPDatabase<S>) => void,
  ) {}

  open(): Promise<IDBPDatabase<S>> {
    this.#db ??= this.#openHere()
      .catch(async () => {
        await import('./page-database.ts')
        forgets.set(true)
        return await this.#openHere()
      })
      .catch((error: unknown) => {
        this.#db = null
        throw error
      })
    return this.#db
  }

  async #openHere(): Promise<IDBPDatabase<S>> {
    return await openDB<S>(this.name, this.version, {
      upgrade: db => this.upgrade(db),
      // The browser closed it, such as for want of room: the next use opens it again.
      terminated: () => (this.#db = null),
    })
  }
}
