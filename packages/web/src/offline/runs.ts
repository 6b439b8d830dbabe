import { ApiError, type Client } from '@hidesync/contract/client'
import type { Pack, SyncAnswer } from '@hidesync/contract/executions/offline.schemas'
import type { DeviceRequest } from '@hidesync/domain/executions/offline/device-run'
import type { Session } from '../app/session.ts'
import { createStore, type Store } from '../app/store.ts'
import type { Attention } from './attention.ts'
import type { Connection } from './connection.ts'
import { whatCameBetween } from './meanwhile.ts'
import { oneAtATime, type OneAtATime } from './one-at-a-time.ts'
import { otherTabs, type OtherTabs } from './other-tabs.ts'
import { hasEnded, isWaiting, type PackedRun } from './packed-run.ts'
import { Sender } from './sender.ts'
import { asPerson, batchOf, isFinal, isUnreachable, Paused } from './sending.ts'
import { refusalWords } from './refusal-words.ts'
import { playing, RunStore, type Given, type RunView } from './run-store.ts'
import type { Vault } from './vault.ts'

type Watched<T> = Pick<Store<T>, 'get' | 'subscribe'>

interface RunsDeps {
  readonly client: Client
  readonly session: Session
  readonly connection: Connection
  readonly vault: Vault
  /** Names this tab. */
  readonly tab: string
  readonly now?: () => number
  /** The languages that texts are wanted in, as the header of a request names them. */
  readonly language?: () => string
}

/** What a tab tells the others of: a run was changed, or what needs attention. */
type TabNews = { readonly type: 'run'; readonly id: number } | { readonly type: 'attention' }

/** How long an opened run waits for news of the server before it shows what this device has; milliseconds. */
const patience = 1_500

const isToBeSent = (run: PackedRun) => isWaiting(run) && run.problem === null
const isNotTheirs = (error: unknown) => error instanceof ApiError && [403, 404].includes(error.status)

/** All runs that this device keeps for the person who is signed in, and the way of what was done on them to the server. */
export class Runs {
  readonly #deps: Required<RunsDeps>
  readonly #packed = createStore<readonly PackedRun[]>([])
  readonly #attention = createStore<readonly Attention[]>([])
  readonly #stores = new Map<number, RunStore>()
  readonly #listeners = new Set<(id: number, view: RunView) => void>()
  readonly #one: OneAtATime
  readonly #tabs: OtherTabs<TabNews>
  readonly #sender: Sender<PackedRun>
  /** Those that somebody looks at here, or did. */
  readonly #opened = new Set<number>()
  #owner: number | null = null

  constructor(deps: RunsDeps) {
    this.#deps = { now: Date.now, language: () => '', ...deps }
    this.#one = oneAtATime('hidesync.outbox', deps)
    this.#tabs = otherTabs<TabNews>('hidesync.runs', news => {
      void (news.type === 'run' ? this.#reload(news.id) : this.#readAttention()).catch(() => undefined)
    })
    this.#sender = new Sender({
      connection: deps.connection,
      one: this.#one,
      waiting: async () => (this.#owner === null ? [] : (await deps.vault.all(this.#owner)).filter(isToBeSent)),
      count: ({ play }) => play.queue.length,
      exchange: async run => {
        await this.#exchange(run)
        return batchOf(run).length
      },
    })
    deps.session.status.subscribe(() => this.#personChanged())
    this.#personChanged()
  }

  /** The runs that are kept here, with their timers and what waits to be sent. */
  get packed(): Watched<readonly PackedRun[]> {
    return this.#packed
  }
  get attention(): Watched<readonly Attention[]> {
    return this.#attention
  }
  get sending(): Sender<PackedRun>['sending'] {
    return this.#sender.sending
  }

  /** Is told of everything that is shown of any run. */
  onView(listener: (id: number, view: RunView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is shown of a run; null as long as nobody has opened it. */
  view(id: number): Watched<RunView | null> {
    return this.#store(id).view
  }

  /**
   * Opens a run: as the server has it, or, where that does not answer soon, as this device has it. Rejects where neither is to be had.
   */
  async open(id: number): Promise<RunView> {
    const owner = await this.#person()
    this.#opened.add(id)
    const kept = await this.#deps.vault.run(owner, id)
    if (kept === undefined) return await this.#show(await this.#pack(owner, id))
    const news = this.refresh(id)
    if (this.#deps.connection.status.get().isOnline)
      await Promise.race([news, new Promise(resolve => setTimeout(resolve, patience))])
    else news.catch(() => undefined)
    return this.view(id).get() ?? (await this.#show((await this.#deps.vault.run(owner, id)) ?? kept))
  }

  /** How much room a run takes on this device: bytes of its text. Null: it is not here. */
  async sizeOf(id: number): Promise<number | null> {
    const owner = await this.#person()
    const { vault } = this.#deps
    const [run, definition] = await Promise.all([vault.run(owner, id), vault.definition(owner, id)])
    if (run === undefined || definition === undefined) return null
    return new Blob([JSON.stringify(run), JSON.stringify(definition)]).size
  }

  /** Asks how a run stands; what waits of it is on its way with that. Rejects only where it is not for this person any more. */
  async refresh(id: number): Promise<void> {
    const owner = await this.#person()
    let gone: unknown = null
    await this.#one(async () => {
      const run = await this.#deps.vault.run(owner, id)
      // What waits, the sender hands over, unless the server would not take it.
      if (run !== undefined && !isWaiting(run)) await this.#exchange(run)
    }).catch((error: unknown) => {
      if (isUnreachable(error)) this.#deps.connection.missed()
      if (isNotTheirs(error)) gone = error
    })
    this.#sender.wake()
    if (gone !== null && (await this.#deps.vault.run(owner, id)) === undefined) throw gone
  }

  /** Asks how everything stands that is kept here, in the background: for when it was not heard what happened meanwhile. */
  async refreshAll(): Promise<void> {
    for (const { owner, id } of this.#packed.get()) {
      if (owner !== this.#owner || !this.#deps.connection.status.get().isOnline) return
      await this.refresh(id).catch(() => undefined)
    }
  }

  /** Gives a command: kept on this device, shown, and sent as soon as can be. */
  async give(id: number, request: DeviceRequest): Promise<Given> {
    const owner = await this.#person()
    // Another tab, or the end of another session, may have let it go.
    if (this.view(id).get() === null || (await this.#deps.vault.run(owner, id)) === undefined) await this.open(id)
    return await this.#store(id).give({ owner, id }, request)
  }

  /** Sends what waits now, also what the server would not take before. */
  async retry(): Promise<void> {
    for (const run of this.#packed.get())
      if (run.problem !== null) await this.#change(run, now => ({ run: { ...now, problem: null } }))
    this.#sender.wake()
  }

  /**
   * Gives up something that was not sent yet; what was done after it is done again without it. False: it is with the server by now, as
   * when it was under way already.
   */
  async discard({ owner, id }: Pick<PackedRun, 'owner' | 'id'>, key: string): Promise<boolean> {
    let isDiscarded = false
    // Not while it is sent: the server would have what this device has forgotten.
    await this.#one(async () => {
      const run = await this.#deps.vault.run(owner, id)
      if (run === undefined) return
      const workflow = await this.#store(id).workflowOf(run)
      const [{ without }, inWords] = await Promise.all([playing(), refusalWords()])
      await this.#change(run, now => {
        const change = without(now, workflow, { key, inWords })
        isDiscarded = change !== null
        return change
      })
    })
    this.#sender.wake()
    return isDiscarded
  }

  /** A person has said what becomes of it. */
  async settle(entry: Attention): Promise<void> {
    await this.#deps.vault.dropAttention(entry.key)
    await this.#readAttention()
    this.#tabs.tell({ type: 'attention' })
  }

  #store(id: number): RunStore {
    const known = this.#stores.get(id)
    if (known !== undefined) return known
    const { vault, now } = this.#deps
    const store = new RunStore({
      vault,
      now,
      definition: run => this.#definition(run),
      onGiven: run => {
        this.#hold(run)
        this.#tabs.tell({ type: 'run', id })
        this.#sender.wake()
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

  async #pack(owner: number, id: number): Promise<PackedRun> {
    const { client, vault, now } = this.#deps
    // Begun: from here on the device is asked not to throw it away when it runs short of room.
    void (navigator as Partial<Navigator>).storage?.persist?.().catch(() => undefined)
    const language = this.#deps.language()
    const pack = await client.offline.pack({ params: { id } })
    const { content_hash, definition } = pack
    const { compiled, packedRun } = await playing()
    const run = packedRun({ owner, language }, pack, compiled(definition), now())
    const added = await vault.add(run, { owner, id, content_hash, definition })
    if (this.#owner === owner) return added
    await this.#letGo(added)
    throw new Paused()
  }

  /** Hands over what waits of a run, and takes over how it stands. */
  async #exchange(run: PackedRun): Promise<void> {
    const { client, session } = this.#deps
    const { id } = run
    const commands = [...batchOf(run)]
    try {
      const answer = await asPerson(session, run.owner, signal =>
        client.offline.sync({ params: { id }, body: { commands } }, { signal }),
      )
      await this.#take(run, answer)
    } catch (error) {
      await this.#failed(run, error)
      throw error
    }
  }

  async #take(run: PackedRun, answer: SyncAnswer): Promise<void> {
    const { client, now, session } = this.#deps
    const { owner, id } = run
    const { content_hash } = answer
    const language = this.#deps.language()
    const isSameText = content_hash === run.content_hash && language === run.language
    const isQuiet = !isWaiting(run) && run.problem === null && run.attempts === 0
    if (!isSameText || !isQuiet || answer.execution.version !== run.answer.version) {
      const pack = isSameText
        ? null
        : await asPerson(session, owner, signal => client.offline.pack({ params: { id } }, { signal }))
      // It moves on faster than one can follow: the next exchange answers the same.
      if (pack !== null && pack.content_hash !== content_hash) return
      const [{ compiled, taken }, inWords] = await Promise.all([playing(), refusalWords()])
      const workflow = pack === null ? await this.#store(id).workflowOf(run) : compiled(pack.definition)
      let left: readonly Attention[] = []
      const changed = await this.#change(
        run,
        kept => {
          const change = taken(kept, workflow, { answer, language, now: now(), inWords })
          left = change.attention
          return change
        },
        pack === null ? undefined : { owner, id, content_hash, definition: pack.definition },
      )
      if (changed !== undefined && left.length > 0) void this.#tellMeanwhile(run, changed, left).catch(() => undefined)
    }
    // Whoever has opened it may still want to look at it, or to take its end back.
    if (hasEnded(answer.execution) && !this.#opened.has(id)) await this.#letGo(run)
  }

  /** Whatever it was, what waits stays. What a repetition does not mend is told. */
  async #failed(run: PackedRun, error: unknown): Promise<void> {
    const refused = isFinal(error) ? error : null
    if (refused !== null && isNotTheirs(refused) && (await this.#deps.vault.drop(run, isWaiting))) {
      this.#isGone(run)
      return
    }
    const problem = refused === null ? null : { status: refused.status, message: refused.message }
    // What is not theirs any more rings for nobody.
    const gone = refused !== null && isNotTheirs(refused) ? { timers: [] } : {}
    await this.#change(run, now => ({ run: { ...now, ...gone, problem, attempts: now.attempts + 1 } }))
  }

  /** Says who did what meanwhile, as far as the history tells. */
  async #tellMeanwhile(run: PackedRun, after: PackedRun, left: readonly Attention[]): Promise<void> {
    const { client, session } = this.#deps
    const meanwhile = await asPerson(session, run.owner, () => whatCameBetween(client, run, after))
    if (meanwhile === null || run.owner !== this.#owner) return
    const open = new Set((await this.#deps.vault.attention(run.owner)).map(({ key }) => key))
    for (const entry of left) if (open.has(entry.key)) await this.#deps.vault.putAttention({ ...entry, meanwhile })
    await this.#readAttention()
    this.#tabs.tell({ type: 'attention' })
  }

  async #change(...asked: Parameters<Vault['change']>): Promise<PackedRun | undefined> {
    const run = await this.#deps.vault.change(...asked)
    if (run === undefined) return undefined
    // Whose run it is may have left while it was written.
    if (run.owner === this.#owner) {
      await this.#show(run)
      await this.#readAttention()
    }
    this.#tabs.tell({ type: 'run', id: run.id })
    return run
  }

  /** Rejects where its person has left. */
  async #show(run: PackedRun): Promise<RunView> {
    if (run.owner !== this.#owner) throw new Paused()
    this.#hold(run)
    return await this.#store(run.id).show(run)
  }

  #hold(run: PackedRun): void {
    if (run.owner !== this.#owner) return
    this.#packed.set([...this.#packed.get().filter(({ id }) => id !== run.id), run])
  }

  /** Once nothing of it has to be sent or decided, it need not be here. */
  async #letGo(run: PackedRun): Promise<void> {
    const isNeeded: Parameters<Vault['drop']>[1] = (kept, attention) => isWaiting(kept) || attention.length > 0
    if (await this.#deps.vault.drop(run, isNeeded)) this.#isGone(run)
  }

  #isGone({ owner, id }: PackedRun): void {
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
      if (this.#stores.has(id)) await this.#store(id).show(run)
    }
    await this.#readAttention()
  }

  async #readAttention(): Promise<void> {
    const owner = this.#owner
    if (owner === null) return
    const attention = await this.#deps.vault.attention(owner)
    if (owner === this.#owner) this.#attention.set(attention)
  }

  /** Who is signed in; what is shown belongs to nobody else. */
  async #person(): Promise<number> {
    const owner = this.#deps.session.person()
    if (owner === null) throw new Error('Nobody is signed in on this device.')
    if (owner !== this.#owner) await this.#read(owner)
    return owner
  }

  async #read(owner: number): Promise<void> {
    this.#owner = owner
    this.#stores.clear()
    this.#opened.clear()
    const { vault } = this.#deps
    const [packed, attention] = await Promise.all([vault.all(owner), vault.attention(owner)])
    if (this.#owner !== owner) return
    this.#packed.set(packed)
    this.#attention.set(attention)
    this.#sender.wake()
  }

  #personChanged(): void {
    const status = this.#deps.session.status.get()
    if (status === 'signed_out') void this.#leave().catch(() => undefined)
    else if (status !== 'unknown') {
      void this.#person().catch(() => undefined)
      this.#sender.wake()
    }
  }

  /** Keeps what was not sent for when its person comes back, and nothing else. */
  async #leave(): Promise<void> {
    const owner = this.#owner
    this.#owner = null
    this.#stores.clear()
    this.#opened.clear()
    this.#packed.set([])
    this.#attention.set([])
    if (owner === null) return
    for (const run of await this.#deps.vault.all(owner)) if (this.#owner !== owner) await this.#letGo(run)
  }
}
