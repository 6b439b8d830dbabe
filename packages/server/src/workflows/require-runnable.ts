import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { validateDefinition } from '@hidesync/domain/workflows/validate'
import { AppError } from '../http/app-error.ts'

/** Refuses (400) a graph that could not run, with everything that stands in its way. */
export function requireRunnable(definition: WorkflowDefinition): void {
  const errors = validateDefinition(definition)
    .filter(({ fatal }) => fatal === true)
    .map(({ path, code, message }) => ({ path, code, message }))
  const [first] = errors
  if (first === undefined) return
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('workflow.invalid', `${first.message}${rest}`, { errors })
}
