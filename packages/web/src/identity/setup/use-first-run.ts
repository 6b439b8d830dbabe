import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../../app/api.ts'
import { useAskKey } from '../../app/ask-key.ts'
import { paths } from '../../app/paths.ts'
import { coach } from '../../executions/player/coach/coach.ts'

/** The sample that suits somebody who has never run a workflow. */
const beginners = 'Basic Leather Wallet'

/** Starts the sample for beginners with the coach beside it; without samples, there is the bench. */
export function useFirstRun(): () => Promise<void> {
  const { client } = useApi()
  const navigate = useNavigate()
  const key = useAskKey()
  return async () => {
    const [workflow] = await client.workflows.templates({ query: { search: beginners, limit: 1 } })
    if (workflow === undefined) return await navigate({ to: paths.home })
    const { id } = await client.executions.start(
      { params: { id: workflow.id } },
      { idempotencyKey: key.of(workflow.id) },
    )
    key.done()
    coach.begin(id)
    await navigate({ to: paths.run, params: { id } })
  }
}
