import type { Pack } from '@hidesync/contract/executions/offline.schemas'
import { createStore, type Store } from '../app/store.ts'
import type { Attention } from './attention.ts'
import { otherTabs, type OtherTabs } from './other-tabs.ts'
import { isWaiting, type PackedRun } from './packed-run.ts'
import { RunStore, type RunView } from './run-store.ts'
import { Paused } from './sending.ts'
import type { Vault } from './vault.ts'

export type Watched<T> = Pick<Store<T>, 'get' | 'subscribe'>

interface HeldRunsDeps {
  readonly vault: Vault
  readonly now: () => number
  /** Something was done here that wants to be sent. */
  readonly onGiven: () => void
}

/** What a tab tells the others of: a run was changed, or what needs attention. */
type TabNews = { readonly type: 'run'; readonly id: number } | { readonly type: 'attention' }

/** The runs of one person as this tab shows them: what is written to the disk, here or in another tab, is seen at once. */
export class HeldRuns {
  readonly #deps: HeldRunsDeps
  readonly #packed = createStore<readonly PackedRun[]>([])
  readonly #attention = createStore<readonly Attention[]>([])
  readonly #stores = new Map<number, RunStore>()
  readonly #listeners = new Set<(id: number, view: RunView) => void>()
  readonly #tabs: OtherTabs<TabNews>
  /** Those that somebody looks at here, or did. */
  readonly #opened = new Set<number>()
  #owner: number | null = null

  constructor(deps: HeldRunsDeps) {
    this.#deps = deps
    this.#tabs = otherTabs<TabNews>('hidesync.runs', news => {
      void (news.type === 'run' ? this.#reload(news.id) : this.#readAttention()).catch(() => undefined)
    })
  }

  /** Whose runs they are; null: nobody is signed in. */
  get owner(): number | null {
    return this.#owner
  }
  get packed(): Watched<readonly PackedRun[]> {
    return this.#packed
  }
  get attention(): Watched<readonly Attention[]> {
    return this.#attention
  }

  onView(listener: (id: number, view: RunView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes up what is kept here for a person. */
  async enter(owner: number): Promise<void> {
    this.#owner = owner
    this.#stores.clear()
    this.#opened.clear()
    const { vault } = this.#deps
    const [packed, attention] = await Promise.all([vault.all(owner), vault.attention(owner)])
    if (this.#owner !== owner) return
    this.#packed.set(packed)
    this.#attention.set(attention)
  }

  /** Keeps what was not sent for when its person comes back, and nothing else. */
  async leave(): Promise<void> {
    const owner = this.#owner
    this.#owner = null
    this.#stores.clear()
    this.#opened.clear()
    this.#packed.set([])
    this.#attention.set([])
    if (owner === null) return
    for (const run of await this.#deps.vault.all(owner)) if (this.#owner !== owner) await this.letGo(run)
  }

  /** Somebody looks at it, and may want to after its end, too. */
  lookAt(id: number): void {
    this.#opened.add(id)
  }

  store(id: number): RunStore {
    const known = this.#stores.get(id)
    if (known !== undefined) return known
    const { vault, now, onGiven } = this.#deps
    const store = new RunStore({
      vault,
      now,
      definition: run => this.#definition(run),
      onGiven: run => {
        this.#hold(run)
        this.#tabs.tell({ type: 'run', id })
        onGiven()
      },
    })
    store.view.subscribe(() => {
      const view = store.view.get()
      // One that was left with its person tells nobody any more.
      if (view !== null && this.#stores.get(id) === store) for (const listener of this.#listeners) listener(id, view)
    })
    this.#stores.set(id, store)
    return store
  }

  async #definition({ owner, id, content_hash }: PackedRun): Promise<Pack['definition']> {
    const kept = await this.#deps.vault.definition(owner, id)
    if (kept?.content_hash === content_hash) return kept.definition
    throw new Error(`The revision of run ${id} is not on this device.`)
  }

  /** Writes a change of a run, and shows it. Undefined: it is not kept here, or nothing was changed. */
  async change(...asked: Parameters<Vault['change']>): Promise<PackedRun | undefined> {
    const run = await this.#deps.vault.change(...asked)
    if (run === undefined) return undefined
    // Whose run it is may have left while it was written.
    if (run.owner === this.#owner) {
      await this.show(run)
      await this.#readAttention()
    }
    this.#tabs.tell({ type: 'run', id: run.id })
    return run
  }

  /** Rejects where its person has left. */
  async show(run: PackedRun): Promise<RunView> {
    if (run.owner !== this.#owner) throw new Paused()
    this.#hold(run)
    return await this.store(run.id).show(run)
  }

  #hold(run: PackedRun): void {
    if (run.owner !== this.#owner) return
    this.#packed.set([...this.#packed.get().filter(({ id }) => id !== run.id), run])
  }

  /** Lets go a run that has ended, unless somebody has opened it: they may want to look at it, or to take its end back. */
  async letEnd(run: PackedRun): Promise<void> {
    if (!this.#opened.has(run.id)) await this.letGo(run)
  }

  /** Once nothing of it has to be sent or decided, it need not be here. */
  async letGo(run: PackedRun): Promise<void> {
    const isNeeded: Parameters<Vault['drop']>[1] = (kept, attention) => isWaiting(kept) || attention.length > 0
    if (await this.#deps.vault.drop(run, isNeeded)) this.isGone(run)
  }

  /** It is not on the disk any more. */
  isGone({ owner, id }: PackedRun): void {
    if (owner === this.#owner) this.#packed.set(this.#packed.get().filter(run => run.id !== id))
    this.#tabs.tell({ type: 'run', id })
  }

  async #reload(id: number): Promise<void> {
    const owner = this.#owner
    if (owner === null) return
    const run = await this.#deps.vault.run(owner, id)
    if (owner !== this.#owner) return
    if (run === undefined) this.#packed.set(this.#packed.get().filter(known => known.id !== id))
    else {
      this.#hold(run)
      if (this.#stores.has(id)) await this.store(id).show(run)
    }
    await this.#readAttention()
  }

  async #readAttention(): Promise<void> {
    const owner = this.#owner
    if (owner === null) return
    const attention = await this.#deps.vault.attention(owner)
    if (owner === this.#owner) this.#attention.set(attention)
  }

  /** Changes what needs attention, and shows it. */
  async changeAttention(change: (vault: Vault) => Promise<void>): Promise<void> {
    await change(this.#deps.vault)
    await this.#readAttention()
    this.#tabs.tell({ type: 'attention' })
  }
}
