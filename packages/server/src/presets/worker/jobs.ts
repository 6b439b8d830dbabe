import { matchResources } from '@hidesync/domain/inventory/match-resources'
import { checkPreset, type CheckedPreset } from '@hidesync/domain/presets/check-preset'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import {
  neededIds,
  readGraph,
  savedGraph,
  type ReadGraph,
  type SavedGraph,
  type SentGraph,
} from '../../workflows/sent-graph.ts'
import { countParts, type PartIds } from '../../workflows/workflow-ids.ts'
import { factsOf, needsOf, prepareImport, type PreparedImport } from '../prepare-import.ts'
import { writePreset } from '../write-preset.ts'
import { readSource, type Source } from '../reading/read-source.ts'
import type { Job, JobResults, PresetOutline, ReadReport } from './messages.ts'

interface Checked {
  readonly source: Source
  readonly checked: CheckedPreset
  readonly warnings: ReadReport['warnings']
}

/** What was read last: reading, and then preparing the same file, does the work once. */
let last: Checked | null = null

const isSame = (a: Source, b: Source): boolean =>
  a.type === b.type &&
  a.format === b.format &&
  a.name === b.name &&
  a.step_types?.join() === b.step_types?.join() &&
  Buffer.compare(a.bytes, b.bytes) === 0

async function check(source: Source): Promise<Checked> {
  if (last !== null && isSame(last.source, source)) return last
  last = null
  const { value, warnings } = await readSource(source)
  last = { source, checked: checkPreset(value, source), warnings }
  return last
}

function outlineOf({ steps, outcomes }: WorkflowDefinition): PresetOutline {
  const inOrder = steps.toSorted((one, other) => one.display_order - other.display_order)
  return {
    steps: inOrder.map(({ name, step_type, estimated_duration }) => ({ name, step_type, estimated_duration })),
    outcomes: outcomes.map(({ name }) => name),
  }
}

async function read(source: Source): Promise<ReadReport> {
  const { checked, warnings } = await check(source)
  const report = { errors: checked.errors, warnings: [...warnings, ...checked.warnings] }
  if (!checked.ok) return { ...report, needs: [], found: null }
  const found = {
    facts: factsOf(checked.preset),
    counts: countParts(checked.definition),
    outline: outlineOf(checked.definition),
  }
  return { ...report, needs: needsOf(checked.definition), found }
}

async function prepare({ source, ids, links }: Extract<Job, { kind: 'prepare' }>): Promise<PreparedImport> {
  const { checked } = await check(source)
  last = null
  if (!checked.ok) throw new Error('A preset with errors was to be prepared.')
  return prepareImport(checked, ids, links)
}

/** The same for graphs. */
let lastGraph: { readonly sent: SentGraph; readonly read: ReadGraph } | null = null

function graphOf(sent: SentGraph): ReadGraph {
  const known = lastGraph
  const isKnown =
    known !== null && known.sent.present === sent.present && Buffer.compare(known.sent.bytes, sent.bytes) === 0
  lastGraph = null
  const read = isKnown ? known.read : readGraph(sent)
  lastGraph = { sent, read }
  return read
}

function save(sent: SentGraph, ids: PartIds): SavedGraph {
  const read = graphOf(sent)
  lastGraph = null
  return savedGraph(read, ids)
}

/** Does one job. What a person can be told is thrown as `AppError`. */
export async function doJob(job: Job): Promise<JobResults[keyof JobResults]> {
  switch (job.kind) {
    case 'read':
      return read(job.source)
    case 'prepare':
      return prepare(job)
    case 'match':
      return matchResources(job.needs, job.stock)
    case 'graph':
      return neededIds(graphOf(job.graph))
    case 'save':
      return save(job.graph, job.ids)
    case 'write':
      return writePreset(job)
  }
}
