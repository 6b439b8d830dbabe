import { ApiError } from '@hidesync/contract/client'
import { presenceLasts } from '@hidesync/contract/executions/presence.schemas'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'
import { deviceId, deviceKind } from '../../../app/this-device.ts'
import { useMe } from '../../../identity/use-me.ts'

/** What will not pass by asking again: the run is not theirs any more. */
const isRefused = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 500

/**
 * The other devices that the run is open on, each in a sentence. Asking says that it is open here; a page that nobody sees does not
 * ask, and one part of it asks for all. What is not heard of any more says nothing about now.
 */
export function usePresence(
  executionId: number,
  { isAsking }: { readonly isAsking: boolean },
): readonly { readonly key: string; readonly text: string }[] {
  const t = useTranslations('presence')
  const { client } = useApi()
  const { data: me } = useMe()
  const { data, isSuccess } = useQuery({
    queryKey: ['presence', executionId],
    queryFn: () =>
      client.presence.announce({ params: { id: executionId, device_id: deviceId() }, body: { device: deviceKind() } }),
    enabled: isAsking,
    retry: false,
    gcTime: 0,
    // Twice while it counts, so that one that is lost takes nobody away.
    refetchInterval: ({ state }) => (isRefused(state.error) ? false : presenceLasts / 2 - 5_000),
  })
  if (!isSuccess || me === undefined) return []
  return data.map(({ device, user_id, user_name, since }) => ({
    key: `${user_id} ${device} ${since}`,
    text: user_id === me.id ? t('own', { device }) : t('other', { name: user_name, device }),
  }))
}
