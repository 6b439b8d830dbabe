import type { Workflow } from './OutcomesSection.tsx'
import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'

/** What of an answer the engine reads. */
export type Graph = Pick<Workflow, 'steps' | 'connections' | 'outcomes' | 'paths'>

const known = new WeakMap<Graph, CompiledWorkflow>()

/** The workflow as the engine reads it; worked out once for each answer of the server. */
export function compiledOf(workflow: Graph): CompiledWorkflow {
  const compiled = known.get(workflow) ?? compile(workflow)
  known.set(workflow, compiled)
  return compiled
}
