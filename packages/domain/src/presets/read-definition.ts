import type { WorkflowDefinition } from '../workflows/definition.ts'
import { checkReferences } from './check-references.ts'
import { Faults, shown } from './faults.ts'
import { jsonProblems } from './json-check.ts'
import { keptIds, type KeptIds } from './kept-ids.ts'
import { presetToDefinition } from './preset-to-definition.ts'
import type { PresetFinding } from './preset.ts'
import { readWorkflow } from './read-graph.ts'
import { asWritten, type GivenIds } from './written-graph.ts'

/** What a graph on its way into a workflow is, or everything that is wrong with its form. */
export type DefinitionReading =
  | {
      readonly ok: true
      /** With provisional ids, from 1 for each kind of part. */
      readonly definition: WorkflowDefinition
      /** Provisional ids of the parts that the workflow has already, with the ids that they keep. */
      readonly kept: KeptIds
    }
  | { readonly ok: false; readonly errors: readonly PresetFinding[] }

const graphFields = ['steps', 'connections', 'outcomes', 'paths']

/** Notes what keeps the value from being a whole graph: no steps, or nothing said of what would be removed with it. */
function requireWhole(faults: Faults, value: unknown, present: WorkflowDefinition): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return faults.add(
      '',
      'preset.type',
      `A graph must be an object with ${graphFields.join(', ')}, not ${shown(value)}.`,
    )
  const given = value as Record<string, unknown>
  for (const list of ['steps', 'connections', 'outcomes'] as const)
    if ((given[list] ?? null) === null && (list === 'steps' || present[list].length > 0))
      faults.add(`/${list}`, 'preset.missing_field', `“${list}” is missing: a whole graph lists them, [] to have none.`)
}

/** The stored ids of materials, tools and documents, which the preset's form does not know. */
function withStock(definition: WorkflowDefinition, given: GivenIds): WorkflowDefinition {
  return {
    ...definition,
    steps: definition.steps.map((step, s) => ({
      ...step,
      resources: step.resources.map((resource, r) => ({ ...resource, ...given.stock[s]?.[r] })),
    })),
  }
}

/**
 * Reads a whole graph in the preset's form, or as the workflow's details show it, for a workflow that has `present` now. Parts
 * that it has already keep their ids: by the id they carry, else connections by their ends and kind, outcomes and paths by
 * name, options by text and resources by kind and name within their step. `stepTypes`: the codes that there are, those of the
 * system unless stated.
 */
export function readDefinition(
  value: unknown,
  present: WorkflowDefinition,
  stepTypes?: readonly string[],
): DefinitionReading {
  const faults = new Faults()
  const problems = jsonProblems(value, '')
  const tooDeep = problems.find(({ code }) => code === 'preset.too_deep')
  if (tooDeep !== undefined) return { ok: false, errors: [tooDeep] }
  requireWhole(faults, value, present)
  const { graph, given } = asWritten(value)
  for (const key of Object.keys(graph))
    if (!graphFields.includes(key)) {
      const message = `“${key}” does not belong to a graph; it has ${graphFields.join(', ')}.`
      faults.add(`/${key}`, 'preset.unknown_field', message)
    }
  const workflow = readWorkflow({ faults, path: '', label: 'Workflow' }, graph, stepTypes)
  const references = new Faults()
  checkReferences(references, workflow)
  for (const { path, code, message } of references.list()) faults.add(path.replace(/^\/workflow/, ''), code, message)
  const told = new Set(faults.list().map(({ path }) => path))
  for (const { path, code, message } of problems) if (!told.has(path)) faults.add(path, code, message)
  // A draft may be emptied.
  const errors = faults.list().filter(({ code, path }, i, all) => {
    const repeated = all.findIndex(other => other.path === path && other.code === code) < i
    return code !== 'preset.no_steps' && !repeated
  })
  if (errors.length > 0) return { ok: false, errors }
  const next: Record<string, number> = {}
  const fresh = presetToDefinition({ workflow }, kind => (next[kind] = (next[kind] ?? 0) + 1))
  const definition = withStock(fresh, given)
  return { ok: true, definition, kept: keptIds({ workflow, definition, given, present }) }
}
