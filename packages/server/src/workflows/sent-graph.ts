import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { KeptIds } from '@hidesync/domain/presets/kept-ids'
import { readDefinition } from '@hidesync/domain/presets/read-definition'
import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { AppError } from '../http/app-error.ts'
import { readJson } from '../http/json-body.ts'
import type { CheckedChange } from './definition-edit.ts'
import { prepareChange } from './prepare-change.ts'
import { requireRunnable } from './require-runnable.ts'
import { newReferences } from './usable-references.ts'
import { countParts, takeFrom, type PartCounts, type PartIds, type PartKind } from './workflow-ids.ts'

/** A whole graph as it came, and the one that the workflow has. */
export interface SentGraph {
  readonly bytes: Uint8Array
  /** JSON. */
  readonly present: string
  /** Codes of the step types that there are. */
  readonly step_types: readonly string[]
}

/** A graph that was read, its parts under ids of its own but for those that the workflow has already. */
export interface ReadGraph {
  readonly before: WorkflowDefinition
  readonly definition: WorkflowDefinition
  readonly kept: KeptIds
}

/** What saving a graph comes to. */
export interface SavedGraph extends CheckedChange {
  /** What changed, for the answer: JSON text. */
  readonly changes: string
}

/** The present paths without the steps that the new graph does not have. */
function pathsThatStay(body: object, present: WorkflowDefinition): WorkflowDefinition['paths'] {
  const steps: unknown = 'steps' in body ? body.steps : []
  const ids = new Set(
    Array.isArray(steps) ? steps.map(step => String((step as { readonly id?: unknown } | null)?.id)) : [],
  )
  return present.paths.map(path => ({ ...path, steps: path.steps.filter(({ step_id }) => ids.has(String(step_id))) }))
}

/** Reads a graph that is to be saved whole. Throws `AppError` with everything that is wrong with its form. */
export function readGraph({ bytes, present, step_types }: SentGraph): ReadGraph {
  const body = readJson(bytes)
  const message = 'A JSON body is missing.'
  if (body === undefined) throw new AppError('request.invalid', message, { errors: [{ path: '', message }] })
  const before = JSON.parse(present) as WorkflowDefinition
  const isGraph = typeof body === 'object' && body !== null && !Array.isArray(body)
  // Named paths that are not mentioned stay.
  const whole = isGraph && !('paths' in body) ? { ...body, paths: pathsThatStay(body, before) } : body
  const reading = readDefinition(whole, before, step_types)
  if (reading.ok) return { before, definition: reading.definition, kept: reading.kept }
  const { errors } = reading
  const [first] = errors
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('workflow.invalid', `The graph can not be saved: ${first?.message ?? ''}${rest}`, { errors })
}

/** How many ids its new parts need. */
export function neededIds({ definition, kept }: ReadGraph): PartCounts {
  const counts = Object.entries(countParts(definition)) as [PartKind, number][]
  return Object.fromEntries(counts.map(([kind, count]) => [kind, count - kept[kind].size])) as PartCounts
}

/** What saving it comes to, its new parts under these ids. Throws `AppError` where it could not run. */
export function savedGraph({ before, definition, kept }: ReadGraph, ids: PartIds): SavedGraph {
  const take = takeFrom(ids)
  const after = renameDefinition(definition, (kind, id) => kept[kind].get(id) ?? take(kind))
  requireRunnable(after)
  const comparison = compareDefinitions(before, after)
  return {
    change: prepareChange(before, after, comparison),
    references: newReferences(before, after),
    changes: JSON.stringify(comparison),
  }
}
