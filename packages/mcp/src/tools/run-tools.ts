import { executionFilters } from '@hidesync/contract/executions/execution-filters'
import { ExecutionSummary, HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import { Id, oneOf } from '@hidesync/contract/http/schemas'
import { NavigationContext, PathAnalysis } from '@hidesync/contract/navigation/navigation.schemas'
import { pathAims } from '@hidesync/domain/navigation/paths/path'
import { Type } from '@sinclair/typebox'
import { execution_id, page } from './fields.ts'
import { tool } from './tool.ts'

export const runTools = [
  tool({
    name: 'list_runs',
    title: 'List runs',
    description:
      'The runs that the maker may see, the last used first; with status “active,paused” those that are open.',
    effect: 'reads',
    input: { status: executionFilters.status, search: executionFilters.search, ...page },
    output: Type.Object({ items: Type.Array(ExecutionSummary), total: Type.Integer(), has_more: Type.Boolean() }),
    run: async ({ limit = 20, ...query }, { client, options }) => {
      const { items, total, has_more } = await client.executions.list({ query: { ...query, limit } }, options)
      return { items, total, has_more }
    },
  }),
  tool({
    name: 'get_run',
    title: 'Where is the run?',
    description:
      'Where a run stands: the step in view, everything that can be done now with the ids it takes, how far it is, and what was done last. Call it first, and whenever you are not sure.',
    effect: 'reads',
    input: { execution_id },
    output: NavigationContext,
    run: ({ execution_id: id }, { client, options }) => client.navigation.context({ params: { id } }, options),
  }),
  tool({
    name: 'history',
    title: 'What was done',
    description:
      'What was done in a run, by whom and when, newest first; `before` goes on from the id of the last entry.',
    effect: 'reads',
    input: {
      execution_id,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      before: Type.Optional(Id),
    },
    output: Type.Object({ items: Type.Array(HistoryEntry) }),
    run: async ({ execution_id: id, limit = 20, ...query }, { client, options }) => ({
      items: await client.executions.history({ params: { id }, query: { ...query, limit } }, options),
    }),
  }),
  tool({
    name: 'find_path',
    title: 'Find the best way',
    description:
      'The best way from here to an outcome: the steps, what has to be chosen, how long it takes, and other ways. With `options` only ways on which these are chosen, which answers “what if”.',
    effect: 'reads',
    input: {
      execution_id,
      target_outcome_id: Type.Optional(Id),
      by: Type.Optional(oneOf(pathAims)),
      options: Type.Optional(
        Type.Array(Id, {
          maxItems: 30,
          description: 'Ids of options of decisions; several of one decision are taken in turn, one a visit.',
        }),
      ),
    },
    output: Type.Object({ path: PathAnalysis }),
    run: async ({ execution_id: id, options: chosen = [], ...given }, { client, options }) => {
      const query = { ...given, ...(chosen.length === 0 ? {} : { options: chosen.join(',') }) }
      return { path: await client.navigation.path({ params: { id }, query }, options) }
    },
  }),
]
