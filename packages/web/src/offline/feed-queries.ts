import type { QueryClient } from '@tanstack/react-query'
import type { Execution } from '../executions/execution.ts'
import type { Api } from '../app/api.ts'

/** Whoever reads a run by its query sees it as this device has it, at every moment, and the photos that arrived. Gives back how to stop. */
export function feedQueries({ runs, photos }: Pick<Api, 'runs' | 'photos'>, queryClient: QueryClient): () => void {
  const stopPhotos = photos.onChanged(
    id => void queryClient.invalidateQueries({ queryKey: ['execution', id, 'photos'] }),
  )
  const stopRuns = runs.onView((id, { execution, workflow, play }) => {
    const queryKey = ['execution', id]
    const before = queryClient.getQueryData<Execution>(queryKey)
    queryClient.setQueryData(queryKey, execution)
    queryClient.setQueryData([...queryKey, 'definition'], workflow)
    // Lists are the server's: they are asked for again once it knows.
    if (play.queue.length === 0 && before !== undefined && before.version !== execution.version)
      void queryClient.invalidateQueries({ queryKey: ['executions'] })
  })
  return () => {
    stopPhotos()
    stopRuns()
  }
}
