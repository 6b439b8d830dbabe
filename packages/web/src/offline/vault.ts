import type { DBSchema } from 'idb'
import type { Attention } from './attention.ts'
import { DeviceDatabase } from './device-database.ts'
import type { PackedDefinition, PackedRun } from './packed-run.ts'

interface Schema extends DBSchema {
  runs: { key: [number, number]; value: PackedRun }
  definitions: { key: [number, number]; value: PackedDefinition }
  attention: { key: string; value: Attention; indexes: { owner: number } }
  leases: { key: string; value: Lease }
}

interface Lease {
  readonly name: string
  readonly holder: string
  /** Epoch milliseconds. */
  readonly until: number
}

/** What becomes of a run: its new form, and what needs a person's attention. */
export interface RunChange {
  readonly run: PackedRun
  readonly attention?: readonly Attention[]
}

const everythingOf = (owner: number) => IDBKeyRange.bound([owner, 0], [owner, Infinity])

/** What this device keeps of runs, for each person apart. Whatever is changed together is written together, or not at all. */
export class Vault {
  readonly #database: DeviceDatabase<Schema>

  constructor(name = 'hidesync') {
    this.#database = new DeviceDatabase(name, 1, db => {
      db.createObjectStore('runs', { keyPath: ['owner', 'id'] })
      db.createObjectStore('definitions', { keyPath: ['owner', 'id'] })
      db.createObjectStore('attention', { keyPath: 'key' }).createIndex('owner', 'owner')
      db.createObjectStore('leases', { keyPath: 'name' })
    })
  }

  async all(owner: number): Promise<readonly PackedRun[]> {
    return (await this.#database.open()).getAll('runs', everythingOf(owner))
  }

  async run(owner: number, id: number): Promise<PackedRun | undefined> {
    return (await this.#database.open()).get('runs', [owner, id])
  }

  async definition(owner: number, id: number): Promise<PackedDefinition | undefined> {
    return (await this.#database.open()).get('definitions', [owner, id])
  }

  async attention(owner: number): Promise<readonly Attention[]> {
    return (await this.#database.open()).getAllFromIndex('attention', 'owner', owner)
  }

  /** Keeps a run that was fetched, unless it is here already: what was done on it here weighs more. The one that is here afterwards. */
  async add(run: PackedRun, definition: PackedDefinition): Promise<PackedRun> {
    const tx = (await this.#database.open()).transaction(['runs', 'definitions'], 'readwrite', { durability: 'strict' })
    const known = await tx.objectStore('runs').get([run.owner, run.id])
    if (known === undefined) {
      await tx.objectStore('runs').put(run)
      await tx.objectStore('definitions').put(definition)
    }
    await tx.done
    return known ?? run
  }

  /**
   * Changes a run as it is at this moment, whichever tab changed it last; resolves once it is on the disk. `change` answers null for no
   * change; it must not wait for anything.
   */
  async change(
    { owner, id }: Pick<PackedRun, 'owner' | 'id'>,
    change: (run: PackedRun) => RunChange | null,
    definition?: PackedDefinition,
  ): Promise<PackedRun | undefined> {
    const tx = (await this.#database.open()).transaction(['runs', 'definitions', 'attention'], 'readwrite', {
      durability: 'strict',
    })
    const before = await tx.objectStore('runs').get([owner, id])
    const changed = before === undefined ? null : change(before)
    if (changed !== null) {
      await tx.objectStore('runs').put(changed.run)
      if (definition !== undefined) await tx.objectStore('definitions').put(definition)
      for (const entry of changed.attention ?? []) await tx.objectStore('attention').put(entry)
    }
    await tx.done
    return changed?.run ?? before
  }

  async putAttention(entry: Attention): Promise<void> {
    await (await this.#database.open()).put('attention', entry)
  }

  async dropAttention(key: string): Promise<void> {
    await (await this.#database.open()).delete('attention', key)
  }

  /** Lets a run go, unless it is needed as it is at this moment, whichever tab changed it last. Whether it is not here any more. */
  async drop(
    { owner, id }: Pick<PackedRun, 'owner' | 'id'>,
    isNeeded: (run: PackedRun, attention: readonly Attention[]) => boolean,
  ): Promise<boolean> {
    const tx = (await this.#database.open()).transaction(['runs', 'definitions', 'attention'], 'readwrite')
    const run = await tx.objectStore('runs').get([owner, id])
    const all = await tx.objectStore('attention').index('owner').getAll(owner)
    const own = all.filter(({ execution_id }) => execution_id === id)
    const isKept = run !== undefined && isNeeded(run, own)
    if (!isKept) {
      await tx.objectStore('runs').delete([owner, id])
      await tx.objectStore('definitions').delete([owner, id])
    }
    await tx.done
    return !isKept
  }

  /** Whether `holder` has the lease now, and for so many milliseconds more. */
  async lease(name: string, holder: string, { now, forMs }: { now: number; forMs: number }): Promise<boolean> {
    const tx = (await this.#database.open()).transaction('leases', 'readwrite')
    const known = await tx.store.get(name)
    const isFree = known === undefined || known.holder === holder || known.until <= now
    if (isFree) await tx.store.put({ name, holder, until: now + forMs })
    await tx.done
    return isFree
  }

  async release(name: string, holder: string): Promise<void> {
    const tx = (await this.#database.open()).transaction('leases', 'readwrite')
    if ((await tx.store.get(name))?.holder === holder) await tx.store.delete(name)
    await tx.done
  }
}
