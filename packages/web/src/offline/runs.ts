import type { Client } from '@hidesync/contract/client'
import type { DeviceRequest } from '@hidesync/domain/executions/offline/device-run'
import type { Session } from '../app/session.ts'
import type { Attention } from './attention.ts'
import type { Connection } from './connection.ts'
import { HeldRuns, type Watched } from './held-runs.ts'
import { oneAtATime, type OneAtATime } from './one-at-a-time.ts'
import { isWaiting, type PackedRun } from './packed-run.ts'
import { Sender } from './sender.ts'
import { batchOf, isNotTheirs, isUnreachable } from './sending.ts'
import { refusalWords } from './refusal-words.ts'
import { RunExchange } from './run-exchange.ts'
import { playing, type Given, type RunView } from './run-store.ts'
import type { Vault } from './vault.ts'

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

/** How long an opened run waits for news of the server before it shows what this device has; milliseconds. */
const patience = 1_500

const isToBeSent = (run: PackedRun) => isWaiting(run) && run.problem === null

/** All runs that this device keeps for the person who is signed in, and the way of what was done on them to the server. */
export class Runs {
  readonly #deps: Required<RunsDeps>
  readonly #held: HeldRuns
  readonly #server: RunExchange
  readonly #one: OneAtATime
  readonly #sender: Sender<PackedRun>
  /** By person and run. */
  readonly #opening = new Map<string, Promise<RunView>>()

  constructor(given: RunsDeps) {
    const deps = { now: Date.now, language: () => '', ...given }
    this.#deps = deps
    this.#one = oneAtATime('hidesync.outbox', deps)
    const held = new HeldRuns({ ...deps, onGiven: () => this.#sender.wake() })
    this.#held = held
    this.#server = new RunExchange({ ...deps, held })
    this.#sender = new Sender({
      connection: deps.connection,
      one: this.#one,
      waiting: async () => (held.owner === null ? [] : (await deps.vault.all(held.owner)).filter(isToBeSent)),
      count: ({ play }) => play.queue.length,
      exchange: async run => {
        await this.#server.exchange(run)
        return batchOf(run).length
      },
    })
    deps.session.status.subscribe(() => this.#personChanged())
    this.#personChanged()
  }

  /** The runs that are kept here, with their timers and what waits to be sent. */
  get packed(): Watched<readonly PackedRun[]> {
    return this.#held.packed
  }
  get attention(): Watched<readonly Attention[]> {
    return this.#held.attention
  }
  get sending(): Sender<PackedRun>['sending'] {
    return this.#sender.sending
  }

  /** Is told of everything that is shown of any run. */
  onView(listener: (id: number, view: RunView) => void): () => void {
    return this.#held.onView(listener)
  }

  /** What is shown of a run; null as long as nobody has opened it. */
  view(id: number): Watched<RunView | null> {
    return this.#held.store(id).view
  }

  /**
   * Opens a run: as the server has it, or, where that does not answer soon, as this device has it. Rejects where neither is to be had.
   * Who asks while it is opened gets the same.
   */
  open(id: number): Promise<RunView> {
    const key = `${this.#deps.session.person()} ${id}`
    const asked = this.#opening.get(key)
    if (asked !== undefined) return asked
    const opening = this.#open(id).finally(() => this.#opening.delete(key))
    this.#opening.set(key, opening)
    return opening
  }

  async #open(id: number): Promise<RunView> {
    // The engine comes while the run is asked for.
    void playing().catch(() => undefined)
    const owner = await this.#person()
    this.#held.lookAt(id)
    const kept = await this.#deps.vault.run(owner, id)
    if (kept === undefined) return await this.#held.show(await this.#server.pack(owner, id))
    const news = this.refresh(id)
    if (this.#deps.connection.status.get().isOnline)
      await Promise.race([news, new Promise(resolve => setTimeout(resolve, patience))])
    else news.catch(() => undefined)
    return this.view(id).get() ?? (await this.#held.show((await this.#deps.vault.run(owner, id)) ?? kept))
  }

  /** How much room a run takes on this device: bytes of its text. Null: it is not here. */
  async sizeOf(id: number): Promise<number | null> {
    const owner = await this.#person()
    const { vault } = this.#deps
    const [run, definition] = await Promise.all([vault.run(owner, id), vault.definition(owner, id)])
    if (run === undefined || definition === undefined) return null
    return new Blob([JSON.stringify(run), JSON.stringify(definition)]).size
  }

  /**
   * Asks how a run stands, and says whether that was answered; what waits of it is on its way with that. Rejects only where it is not
   * for this person any more.
   */
  async refresh(id: number): Promise<boolean> {
    const owner = await this.#person()
    let gone: unknown = null
    let isAnswered = true
    await this.#one(async () => {
      const run = await this.#deps.vault.run(owner, id)
      // What waits, the sender hands over, unless the server would not take it.
      if (run !== undefined && !isWaiting(run)) await this.#server.exchange(run)
    }).catch((error: unknown) => {
      isAnswered = isNotTheirs(error)
      if (isUnreachable(error)) this.#deps.connection.missed()
      if (isNotTheirs(error)) gone = error
    })
    this.#sender.wake()
    if (gone !== null && (await this.#deps.vault.run(owner, id)) === undefined) throw gone
    return isAnswered
  }

  /** Asks how everything stands that is kept here, in the background: for when it was not heard what happened meanwhile. */
  async refreshAll(): Promise<void> {
    for (const { owner, id } of this.#held.packed.get()) {
      if (owner !== this.#held.owner || !this.#deps.connection.status.get().isOnline) return
      await this.refresh(id).catch(() => undefined)
    }
  }

  /** Gives a command: kept on this device, shown, and sent as soon as can be. */
  async give(id: number, request: DeviceRequest): Promise<Given> {
    const owner = await this.#person()
    // Another tab, or the end of another session, may have let it go.
    if (this.view(id).get() === null || (await this.#deps.vault.run(owner, id)) === undefined) await this.open(id)
    return await this.#held.store(id).give({ owner, id }, request)
  }

  /** Sends what waits now, also what the server would not take before. */
  async retry(): Promise<void> {
    for (const run of this.#held.packed.get())
      if (run.problem !== null) await this.#held.change(run, now => ({ run: { ...now, problem: null } }))
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
      const workflow = await this.#held.store(id).workflowOf(run)
      const [{ without }, inWords] = await Promise.all([playing(), refusalWords()])
      await this.#held.change(run, now => {
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
    await this.#held.changeAttention(vault => vault.dropAttention(entry.key))
  }

  /** Who is signed in; what is shown belongs to nobody else. */
  async #person(): Promise<number> {
    const owner = this.#deps.session.person()
    if (owner === null) throw new Error('Nobody is signed in on this device.')
    if (owner !== this.#held.owner) {
      await this.#held.enter(owner)
      this.#sender.wake()
    }
    return owner
  }

  #personChanged(): void {
    const status = this.#deps.session.status.get()
    if (status === 'signed_out') void this.#held.leave().catch(() => undefined)
    else if (status !== 'unknown') {
      void this.#person().catch(() => undefined)
      this.#sender.wake()
    }
  }
}
