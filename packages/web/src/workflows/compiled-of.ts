import { compile, type CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { Workflow } from './OutcomesSection.tsx'

const known = new WeakMap<Workflow, CompiledWorkflow>()

/** The workflow as the engine reads it; worked out once for each answer of the server. */
export function compiledOf(workflow: Workflow): CompiledWorkflow {
  const compiled = known.get(workflow) ?? compile(workflow)
  known.set(workflow, compiled)
  return compiled
}
