import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useApi } from './api.ts'
import { ErrorPage } from './ErrorState.tsx'

/**
 * In place of a room that could not be fetched or shown. Browsers don't ask again for a part that once failed to come, so that trying
 * again begins the page anew; without the server, which would have to send it, the page stays.
 */
export function RoomInTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { client } = useApi()
  const again = () => router.invalidate().then(reset)
  const retry = () => client.operations.health().then(() => window.location.reload(), again)
  return <ErrorPage error={error} onRetry={() => void retry()} />
}
