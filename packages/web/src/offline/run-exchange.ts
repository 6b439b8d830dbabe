import type { Client } from '@hidesync/contract/client'
import type { SyncAnswer } from '@hidesync/contract/executions/offline.schemas'
import type { Session } from '../app/session.ts'
import type { Attention } from './attention.ts'
import type { HeldRuns } from './held-runs.ts'
import { whatCameBetween } from './meanwhile.ts'
import { hasEnded, isWaiting, type PackedRun } from './packed-run.ts'
import { refusalWords } from './refusal-words.ts'
import { playing } from './run-store.ts'
import { asPerson, batchOf, isFinal, isNotTheirs, Paused } from './sending.ts'
import type { Vault } from './vault.ts'

interface RunExchangeDeps {
  readonly client: Client
  readonly session: Session
  readonly vault: Vault
  readonly held: HeldRuns
  readonly now: () => number
  /** The languages that texts are wanted in, as the header of a request names them. */
  readonly language: () => string
}

/** What goes between this device and the server for a run: the run itself once, then what was done here for how it stands. */
export class RunExchange {
  constructor(private readonly deps: RunExchangeDeps) {}

  /** Fetches a run to keep it here. */
  async pack(owner: number, id: number): Promise<PackedRun> {
    const { client, vault, held, now } = this.deps
    // Begun: from here on the device is asked not to throw it away when it runs short of room.
    void (navigator as Partial<Navigator>).storage?.persist?.().catch(() => undefined)
    const language = this.deps.language()
    const pack = await client.offline.pack({ params: { id } })
    // The clocks are compared by when the answer came, whatever is loaded and worked out after that.
    const came = now()
    const { content_hash, definition } = pack
    const { compiled, packedRun } = await playing()
    const run = packedRun({ owner, language }, pack, compiled(definition), came)
    const added = await vault.add(run, { owner, id, content_hash, definition })
    if (held.owner === owner) return added
    await held.letGo(added)
    throw new Paused()
  }

  /** Hands over what waits of a run, and takes over how it stands. */
  async exchange(run: PackedRun): Promise<void> {
    const { client, session } = this.deps
    const { id } = run
    const commands = [...batchOf(run)]
    try {
      const answer = await asPerson(session, run.owner, signal =>
        client.offline.sync({ params: { id }, body: { commands } }, { signal }),
      )
      await this.#take(run, answer, this.deps.now())
    } catch (error) {
      await this.#failed(run, error)
      throw error
    }
  }

  /** `came` is when the answer was there, by the device's clock: the clocks are compared by it. */
  async #take(run: PackedRun, answer: SyncAnswer, came: number): Promise<void> {
    const { client, held, session } = this.deps
    const { owner, id } = run
    const { content_hash } = answer
    const language = this.deps.language()
    const isSameText = content_hash === run.content_hash && language === run.language
    const isQuiet = !isWaiting(run) && run.problem === null && run.attempts === 0
    if (!isSameText || !isQuiet || answer.execution.version !== run.answer.version) {
      const pack = isSameText
        ? null
        : await asPerson(session, owner, signal => client.offline.pack({ params: { id } }, { signal }))
      // It moves on faster than one can follow: the next exchange answers the same.
      if (pack !== null && pack.content_hash !== content_hash) return
      const [{ compiled, taken }, inWords] = await Promise.all([playing(), refusalWords()])
      const workflow = pack === null ? await held.store(id).workflowOf(run) : compiled(pack.definition)
      let left: readonly Attention[] = []
      const changed = await held.change(
        run,
        kept => {
          const change = taken(kept, workflow, { answer, language, now: came, inWords })
          left = change.attention
          return change
        },
        pack === null ? undefined : { owner, id, content_hash, definition: pack.definition },
      )
      if (changed !== undefined && left.length > 0) void this.#tellMeanwhile(run, changed, left).catch(() => undefined)
    }
    if (hasEnded(answer.execution)) await held.letEnd(run)
  }

  /** Whatever it was, what waits stays. What a repetition does not mend is told. */
  async #failed(run: PackedRun, error: unknown): Promise<void> {
    const { held, vault } = this.deps
    const refused = isFinal(error) ? error : null
    if (refused !== null && isNotTheirs(refused) && (await vault.drop(run, isWaiting))) {
      held.isGone(run)
      return
    }
    const problem = refused === null ? null : { status: refused.status, message: refused.message }
    // What is not theirs any more rings for nobody.
    const gone = refused !== null && isNotTheirs(refused) ? { timers: [] } : {}
    await held.change(run, now => ({ run: { ...now, ...gone, problem, attempts: now.attempts + 1 } }))
  }

  /** Says who did what meanwhile, as far as the history tells. */
  async #tellMeanwhile(run: PackedRun, after: PackedRun, left: readonly Attention[]): Promise<void> {
    const { client, session, held } = this.deps
    const meanwhile = await asPerson(session, run.owner, () => whatCameBetween(client, run, after))
    if (meanwhile === null || run.owner !== held.owner) return
    await held.changeAttention(async vault => {
      const open = new Set((await vault.attention(run.owner)).map(({ key }) => key))
      for (const entry of left) if (open.has(entry.key)) await vault.putAttention({ ...entry, meanwhile })
    })
  }
}
