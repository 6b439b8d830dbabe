import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { DeviceRequest, DeviceRun, OfflinePlay } from '@hidesync/domain/executions/offline/device-run'
import type { Refusal } from '@hidesync/domain/executions/refusal'
import type { Pack } from '@hidesync/contract/executions/offline.schemas'
import { createStore, type Store } from '../app/store.ts'
import { uuidV7 } from '../app/uuid-v7.ts'
import type { Execution } from '../executions/execution.ts'
import type { PackedRun } from './packed-run.ts'
import { refusalWords } from './refusal-words.ts'
import type { Vault } from './vault.ts'

/** The engine, loaded with the first run that is opened. */
export const playing = () => import('./playing.ts')

/** A run as it is on this device, with all that was done here. */
export interface RunView {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly play: DeviceRun
}

export type Given =
  | {
      readonly ok: true
      /** Names what was done: an undo of it alone asks by that. */
      readonly key: string
      readonly view: RunView
      /** What an undo took back. */
      readonly undone: Extract<OfflinePlay, { ok: true }>['decision']['undone']
      readonly skipped_steps: readonly number[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

interface RunStoreDeps {
  readonly vault: Vault
  readonly now: () => number
  /** The definition that suits the run, wherever it has to be taken from. */
  readonly definition: (run: PackedRun) => Promise<Pack['definition']>
  /** Something was done here: it is on the disk, and wants to be sent. */
  readonly onGiven: (run: PackedRun) => void
}

/** One run on this device: what is done on it is kept first, then shown, then sent. */
export class RunStore {
  readonly #deps: RunStoreDeps
  readonly #view = createStore<RunView | null>(null)
  #workflow: (Pick<PackedRun, 'content_hash' | 'language'> & { readonly workflow: CompiledWorkflow }) | null = null

  constructor(deps: RunStoreDeps) {
    this.#deps = deps
  }

  /** Null: not opened yet. */
  get view(): Pick<Store<RunView | null>, 'get' | 'subscribe'> {
    return this.#view
  }

  async workflowOf(run: PackedRun): Promise<CompiledWorkflow> {
    const { content_hash, language } = run
    const known = this.#workflow
    if (known?.content_hash === content_hash && known.language === language) return known.workflow
    const { compiled } = await playing()
    const workflow = compiled(await this.#deps.definition(run))
    this.#workflow = { content_hash, workflow, ...(language === undefined ? {} : { language }) }
    return workflow
  }

  async #load({ owner, id }: Pick<PackedRun, 'owner' | 'id'>) {
    const run = await this.#deps.vault.run(owner, id)
    if (run === undefined) throw new Error(`Run ${id} is not kept on this device.`)
    return { content_hash: run.content_hash, workflow: await this.workflowOf(run) }
  }

  async show(run: PackedRun): Promise<RunView> {
    const workflow = await this.workflowOf(run)
    const { executionHere } = await playing()
    const shown = this.#view.get()
    // What is older than what is shown (a tab told of it late) shows nothing new.
    if (shown !== null && shown.workflow === workflow && shown.play === run.play) return shown
    const view = { execution: executionHere(run, workflow, this.#deps.now()), workflow, play: run.play }
    this.#view.set(view)
    return view
  }

  /**
   * Gives a command. Resolves once it is kept on this device and shown, whether or not the server can be reached; rejects where
   * the device keeps nothing, and then nothing was done.
   */
  async give(known: Pick<PackedRun, 'owner' | 'id'>, request: DeviceRequest): Promise<Given> {
    const { vault, now, onGiven } = this.#deps
    const given = { key: uuidV7(now()), at: now(), request }
    for (let attempt = 0; attempt < 3; attempt++) {
      // What is shown is usually what is kept; where it is not, the kept one says which revision to take.
      const { content_hash, workflow } = this.#workflow ?? (await this.#load(known))
      const { playOffline, withPlay } = await playing()
      let played: OfflinePlay | null = null
      const after = await vault.change(known, run => {
        // Another tab took over another revision just now.
        if (run.content_hash !== content_hash) {
          this.#workflow = null
          return null
        }
        played = playOffline(workflow, run.play, given)
        return played.ok ? { run: withPlay(run, workflow, played.run) } : null
      })
      const result = played as OfflinePlay | null
      if (result === null || after === undefined) continue
      if (!result.ok) return { ok: false, refusal: (await refusalWords())(result.refusal, workflow) }
      const view = await this.show(after)
      onGiven(after)
      const { undone, skipped_steps } = result.decision
      return { ok: true, key: given.key, view, undone, skipped_steps }
    }
    throw new Error(`Run ${known.id} is not kept on this device.`)
  }
}
