import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'
import type { WorkflowTemplate } from '../../workflows/workflow-template.ts'
import type { ExecutionSummary } from '../execution.ts'

/** What lies on somebody's bench. */
export interface Bench {
  /** Active and paused, the last used first. */
  readonly open: readonly ExecutionSummary[]
  /** Ran out of their time, and can be taken up again. */
  readonly timedOut: readonly ExecutionSummary[]
  readonly drafts: readonly WorkflowTemplate[]
  /** Published templates, fit to begin with. */
  readonly suggested: readonly WorkflowTemplate[]
  readonly lastCompleted: ExecutionSummary | null
}

const shownDrafts = 3
const shownTemplates = 3

/** Asked again every minute while the page is open, since runs move on without it. */
export function useBench(): UseQueryResult<Bench> {
  const { client } = useApi()
  const queryClient = useQueryClient()
  return useQuery({
    queryKey: ['executions', 'bench'],
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<Bench> => {
      const { id } = await queryClient.ensureQueryData({
        queryKey: ['me'],
        queryFn: () => client.users.me(),
        staleTime: Infinity,
      })
      const own = { started_by: id }
      const [open, completed, drafts, suggested] = await Promise.all([
        client.executions.list({ query: { ...own, status: 'active,paused,timeout', limit: 50 } }, { signal }),
        client.executions.list(
          { query: { ...own, status: 'completed', order_by: 'completed_at', order: 'desc', limit: 1 } },
          { signal },
        ),
        client.workflows.list({ query: { status: 'draft', created_by: id, limit: shownDrafts } }, { signal }),
        client.workflows.templates({ query: { limit: shownTemplates } }, { signal }),
      ])
      return {
        open: open.items.filter(({ status }) => status !== 'timeout'),
        timedOut: open.items.filter(({ status }) => status === 'timeout'),
        drafts: drafts.items,
        suggested,
        lastCompleted: completed.items[0] ?? null,
      }
    },
  })
}
