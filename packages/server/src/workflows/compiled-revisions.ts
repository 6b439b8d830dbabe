import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'

export interface CompiledRevision {
  readonly workflow: CompiledWorkflow
  readonly definition: WorkflowDefinition
  /** The definition's canonical JSON. */
  readonly json: string
}

/** The graph that stored content stands for: without paths it is stored without the key, see `contentOf`. */
export const graphJson = (content: string): string =>
  content.startsWith('{"paths":') ? content : `{"paths":[],${content.slice(1)}`

/** Parsed and compiled when first asked for: a page that shows the JSON needs neither. */
class Entry implements CompiledRevision {
  readonly json: string
  #definition: WorkflowDefinition | undefined
  #workflow: CompiledWorkflow | undefined

  constructor(content: string) {
    this.json = graphJson(content)
  }

  get definition(): WorkflowDefinition {
    return (this.#definition ??= JSON.parse(this.json) as WorkflowDefinition)
  }

  get workflow(): CompiledWorkflow {
    return (this.#workflow ??= compile(this.definition))
  }
}

/** What an entry holds in all, as a multiple of its JSON: text, parsed objects and indexes. */
const bytesPerCharacter = 6

/**
 * Definitions by the hash of their content, which never changes: kept in this process up to a number of bytes, the least
 * recently used going first.
 */
export class CompiledRevisions {
  readonly #db: Database
  readonly #maxBytes: number
  readonly #entries = new Map<string, Entry>()
  readonly #loading = new Map<string, Promise<Entry>>()
  #bytes = 0

  constructor(deps: { readonly db: Database; readonly maxBytes: number }) {
    this.#db = deps.db
    this.#maxBytes = deps.maxBytes
  }

  /** Bytes held, about. */
  get bytes(): number {
    return this.#bytes
  }

  /** Inside a transaction give it as `tx`: whoever holds the one session of the embedded database may not wait for others. */
  async get(contentHash: string, tx?: Database): Promise<CompiledRevision> {
    const known = this.#entries.get(contentHash)
    if (known !== undefined) {
      this.#entries.delete(contentHash)
      this.#entries.set(contentHash, known)
      return known
    }
    if (tx !== undefined) return this.#load(contentHash, tx)
    const running = this.#loading.get(contentHash)
    if (running !== undefined) return running
    const loading = this.#load(contentHash, this.#db).finally(() => this.#loading.delete(contentHash))
    this.#loading.set(contentHash, loading)
    return loading
  }

  async #load(contentHash: string, db: Database): Promise<Entry> {
    const row = await db
      .selectFrom('workflow_contents')
      .select('content')
      .where('content_hash', '=', contentHash)
      .executeTakeFirst()
    if (row === undefined) throw new Error(`No content is stored under ${contentHash}.`)
    const entry = new Entry(row.content)
    this.#keep(contentHash, entry)
    return entry
  }

  #keep(contentHash: string, entry: Entry): void {
    const size = entry.json.length * bytesPerCharacter
    if (size > this.#maxBytes || this.#entries.has(contentHash)) return
    this.#entries.set(contentHash, entry)
    this.#bytes += size
    for (const [oldest, { json }] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break
      this.#entries.delete(oldest)
      this.#bytes -= json.length * bytesPerCharacter
    }
  }
}
