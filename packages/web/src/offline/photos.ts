import type { Client } from '@hidesync/contract/client'
import { RawBody } from '@hidesync/contract/http/raw-body'
import type { Session } from '../app/session.ts'
import { createStore, type Store } from '../app/store.ts'
import { uuidV7 } from '../app/uuid-v7.ts'
import type { Connection } from './connection.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { otherTabs, type OtherTabs } from './other-tabs.ts'
import { PhotoBox, type WaitingPhoto } from './photo-box.ts'
import { photoCache } from './photo-cache.ts'
import { Sender } from './sender.ts'
import { asPerson, isFinal } from './sending.ts'
import type { Vault } from './vault.ts'

interface PhotosDeps {
  readonly client: Client
  readonly session: Session
  readonly connection: Connection
  readonly vault: Vault
  /** Names this tab. */
  readonly tab: string
  readonly box?: PhotoBox
}

export type TakenPhoto = Pick<WaitingPhoto, 'execution_id' | 'step_id' | 'workflow_name' | 'step_name' | 'media_type'>

/** What a tab tells the others of: what waits is another, and which run the server has a photo more of, if any. */
interface TabNews {
  readonly sent: number | null
}

/** The photos that the person who is signed in took on this device, and their way to the server. */
export class Photos {
  readonly #deps: Required<PhotosDeps>
  readonly #waiting = createStore<readonly WaitingPhoto[]>([])
  readonly #listeners = new Set<(executionId: number) => void>()
  readonly #tabs: OtherTabs<TabNews>
  readonly #sender: Sender<WaitingPhoto>
  #owner: number | null = null

  constructor(deps: PhotosDeps) {
    this.#deps = { box: new PhotoBox(), ...deps }
    this.#tabs = otherTabs<TabNews>('hidesync.photos', ({ sent }) => {
      void this.#read().catch(() => undefined)
      if (sent !== null) this.heardOf(sent)
    })
    this.#sender = new Sender({
      connection: deps.connection,
      one: oneAtATime('hidesync.photos', deps),
      waiting: async () =>
        this.#owner === null ? [] : (await this.#deps.box.of(this.#owner)).filter(({ problem }) => problem === null),
      count: () => 1,
      exchange: photo => this.#send(photo),
    })
    deps.session.status.subscribe(() => this.#personChanged())
    this.#personChanged()
  }

  /** Those that are not with the server, also those that it would not take, the oldest first. */
  get waiting(): Pick<Store<readonly WaitingPhoto[]>, 'get' | 'subscribe'> {
    return this.#waiting
  }
  get sending(): Sender<WaitingPhoto>['sending'] {
    return this.#sender.sending
  }

  /** Is told of each run whose photos at the server are others than before. */
  onChanged(listener: (executionId: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Keeps a photo here, and sends it as soon as can be. Rejects where this device has no room for it. */
  async keep(taken: TakenPhoto, picture: ArrayBuffer): Promise<void> {
    const owner = this.#deps.session.person()
    if (owner === null) throw new Error('Nobody is signed in on this device.')
    const taken_at = Date.now()
    await this.#deps.box.keep({ ...taken, id: uuidV7(taken_at), owner, taken_at, problem: null }, picture)
    await this.#changed()
    this.#sender.wake()
  }

  picture(id: string): Promise<ArrayBuffer | undefined> {
    return this.#deps.box.picture(id)
  }

  /** Sends what waits now, also what the server would not take before. */
  async retry(photos: readonly WaitingPhoto[] = this.#waiting.get()): Promise<void> {
    for (const { id, problem } of photos) if (problem !== null) await this.#deps.box.judge(id, null)
    await this.#changed()
    this.#sender.wake()
  }

  /** Gives one up. One that is under way has then arrived, or has not. */
  async discard({ id }: WaitingPhoto): Promise<void> {
    await this.#deps.box.drop(id)
    await this.#changed()
  }

  async #send(photo: WaitingPhoto): Promise<number> {
    const { client, session, box } = this.#deps
    const { id, owner, execution_id, step_id, media_type } = photo
    const picture = await box.picture(id)
    if (picture === undefined) {
      // Given up while others were sent.
      await box.drop(id)
      await this.#changed()
      return 0
    }
    const body = new RawBody(media_type, new Uint8Array(picture))
    const params = { id: execution_id, step_id }
    try {
      await asPerson(session, owner, signal => client.photos.add({ params, body }, { idempotencyKey: id, signal }))
    } catch (error) {
      if (!isFinal(error)) throw error
      await box.judge(id, { status: error.status, message: error.message })
      await this.#changed()
      return 0
    }
    await box.drop(id)
    await this.#changed(execution_id)
    if (owner === this.#owner) this.heardOf(execution_id)
    return 1
  }

  /** Somebody has added a photo to a run, or removed one. */
  heardOf(executionId: number): void {
    for (const listener of this.#listeners) listener(executionId)
  }

  async #changed(sent: number | null = null): Promise<void> {
    await this.#read()
    this.#tabs.tell({ sent })
  }

  async #read(): Promise<void> {
    const owner = this.#owner
    if (owner === null) return
    const waiting = await this.#deps.box.of(owner)
    if (owner === this.#owner) this.#waiting.set(waiting)
  }

  #personChanged(): void {
    const { session } = this.#deps
    const owner = session.status.get() === 'signed_out' ? null : session.person()
    if (owner !== this.#owner) this.#waiting.set([])
    // What the server has is fetched again by whoever may see it.
    if (session.status.get() === 'signed_out') void deleteCache().catch(() => undefined)
    this.#owner = owner
    if (session.status.get() === 'unknown') return
    void this.#read().catch(() => undefined)
    this.#sender.wake()
  }
}

/** Browsers have caches on secure addresses alone. */
const deleteCache = async () => {
  if ('caches' in globalThis) await caches.delete(photoCache)
}
