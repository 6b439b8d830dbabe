import type { StepDefinition, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { notFound, usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'
import { cleanLine } from '../terminal/clean-text.ts'

/** The revision that an execution follows. */
export async function definitionOf({ client }: CliContext, id: number): Promise<WorkflowDefinition> {
  return (await client.executions.definition({ params: { id } })) as unknown as WorkflowDefinition
}

/** The steps as people count them. */
export function numbered({ steps }: Pick<WorkflowDefinition, 'steps'>): readonly StepDefinition[] {
  return steps.toSorted((one, other) => one.display_order - other.display_order)
}

/** What `3`, `#41` or `Cut lea` mean among things that people count from 1 and the API knows by id. */
export function pickCounted<T extends { readonly id: number; readonly name: string }>(
  text: string,
  things: readonly T[],
  kind: string,
): T {
  const byId = /^#(\d+)$/.exec(text)?.[1]
  if (byId === undefined && !/^\d+$/.test(text)) return pickByName(text, things, kind)
  const found = byId === undefined ? things[Number(text) - 1] : things.find(({ id }) => id === Number(byId))
  if (found !== undefined) return found
  throw notFound(`There is no ${kind} ${cleanLine(text)}: they go from 1 to ${things.length}.`)
}

/** The step that is named, else the one in view. */
export async function resolveStep(context: CliContext, executionId: number, text: string | undefined): Promise<number> {
  if (text !== undefined) return pickCounted(text, numbered(await definitionOf(context, executionId)), 'step').id
  const { current_step_id } = await context.client.executions.get({ params: { id: executionId } })
  if (current_step_id === null) throw usageError('No step is in view. Name one with --step.')
  return current_step_id
}
