import { RawBody } from '@hidesync/contract/http/raw-body'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { Database, Transaction } from '../database/database.ts'
import { readStepTypeCodes } from '../enums/enum.reader.ts'
import { AppError } from '../http/app-error.ts'
import { versionTag } from '../http/if-match.ts'
import { JsonText } from '../http/json-text.ts'
import type { RequestContext } from '../http/request-context.ts'
import { askerOf, type PresetWorker } from '../presets/worker/preset-worker-client.ts'
import { graphJson, type CompiledRevisions } from './compiled-revisions.ts'
import { applyChange, type DefinitionEdit } from './definition-edit.ts'
import { neededIds, readGraph, savedGraph, type SavedGraph, type SentGraph } from './sent-graph.ts'
import { reserveIds } from './workflow-ids.ts'
import { lockedFor } from './workflow-lock.ts'
import { notFound } from './workflow-refusals.ts'
import { readSummary } from './workflow.reader.ts'

/** The workflow's details after a change of its graph, with what changed. */
export async function savedAnswer(
  tx: Transaction,
  deps: { readonly revisions: CompiledRevisions; readonly context: RequestContext },
  { workflow, before, after }: DefinitionEdit,
): Promise<JsonText> {
  const shown = await readSummary(tx, deps.context.caller, workflow.id)
  if (shown === null) throw notFound(workflow.id)
  const { json } = await deps.revisions.get(shown.content_hash, tx)
  const changes = JSON.stringify(compareDefinitions(before, after))
  return new JsonText(`${shown.summary.slice(0, -1)},${json.slice(1, -1)},"changes":${changes}}`)
}

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
  /** For graphs that are too large to be read where everybody waits for it. */
  readonly worker: PresetWorker
}

/** Bytes of a graph, sent and present, that are read sooner here than a thread would take them. */
const small = 64 * 1024

/** How often a graph is worked out anew because the workflow changed meanwhile. */
const mostAttempts = 5

/** Whole graphs, saved as an editor has them. */
export class DefinitionService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** What saving comes to is worked out beforehand, on the state that is there; if it is another when it comes to writing, again. */
  async save(id: number, body: unknown, context: RequestContext): Promise<JsonText> {
    if (!(body instanceof RawBody)) throw new TypeError('The route has to take its body as it came.')
    const { db } = this.#deps
    const step_types = await readStepTypeCodes(db)
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const { hash, present } = await db.transaction().execute(tx => this.#present(tx, id, context))
      const saved = await this.#workOut({ bytes: body.bytes, present, step_types }, context)
      const answer = await context.once(tx => this.#write(tx, { id, hash, saved }, context))
      if (answer === null) continue
      context.setETag(versionTag(answer.version))
      return new JsonText(answer.text)
    }
    throw new AppError(
      'server.unavailable',
      'Others keep changing this workflow just now. Save it again in a moment.',
      {
        headers: { 'retry-after': '1' },
      },
    )
  }

  async #present(tx: Transaction, id: number, context: RequestContext) {
    const { revisions } = this.#deps
    const { content_hash: hash } = await lockedFor(tx, { revisions, context }, id, { action: 'edit', doing: 'change' })
    return { hash, present: (await revisions.get(hash, tx)).json }
  }

  async #workOut(graph: SentGraph, context: RequestContext): Promise<SavedGraph> {
    const { db, worker } = this.#deps
    if (graph.bytes.length + graph.present.length <= small) {
      const read = readGraph(graph)
      return savedGraph(read, await reserveIds(db, neededIds(read)))
    }
    const needed = await worker.run<'graph'>({ kind: 'graph', graph }, askerOf(context))
    const ids = await reserveIds(db, needed)
    return worker.run<'save'>({ kind: 'save', graph, ids }, askerOf(context))
  }

  /** Null where the workflow is no longer what it was when this was worked out. */
  async #write(
    tx: Transaction,
    { id, hash, saved }: { readonly id: number; readonly hash: string; readonly saved: SavedGraph },
    context: RequestContext,
  ): Promise<{ readonly version: number; readonly text: string } | null> {
    const { revisions } = this.#deps
    const workflow = await lockedFor(tx, { revisions, context }, id, { action: 'edit', doing: 'change' })
    if (workflow.content_hash !== hash) return null
    const version = await applyChange(tx, context, workflow, saved)
    const shown = await readSummary(tx, context.caller, id)
    if (shown === null) throw notFound(id)
    const graph = graphJson(saved.change.content).slice(1, -1)
    return { version, text: `${shown.summary.slice(0, -1)},${graph},"changes":${saved.changes}}` }
  }
}
