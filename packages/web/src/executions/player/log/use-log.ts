import { deedOf } from '@hidesync/domain/navigation/deed'
import { textsIn } from '@hidesync/domain/navigation/texts/texts-in'
import { spokenLanguage } from '@hidesync/domain/text/language'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'
import { useMe } from '../../../identity/use-me.ts'
import { useTalk } from '../command/use-conversation.ts'
import type { Player } from '../use-player.ts'
import { entriesOf, type LogEntry } from './entries.ts'
import { withDevice, type HistoryEntry } from './device-entries.ts'
import { useHistory } from './use-history.ts'

export interface Log {
  readonly entries: readonly LogEntry[]
  readonly isLoading: boolean
  readonly error: unknown
  readonly retry: () => void
  /** Older entries are still with the server. */
  readonly hasMore: boolean
}

/** What was done and said in a run, the oldest first; `reach`: all of it, a page after the other, or the newest page. */
export function useLog(
  { execution, workflow }: Pick<Player, 'execution' | 'workflow'>,
  reach: 'all' | 'newest' = 'all',
): Log {
  const { runs } = useApi()
  const store = runs.view(execution.id)
  const play = useSyncExternalStore(store.subscribe, store.get)?.play
  const locale = useLocale()
  const t = useTranslations('log')
  const { exchanges } = useTalk()
  const history = useHistory(execution)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = history
  const me = useMe()
  const userId = me.data?.id ?? null
  useEffect(() => {
    // A page that comes at once is seen by what is there alone.
    if (reach === 'all' && data !== undefined && hasNextPage && !isFetching && !isError)
      // What has come meanwhile may be on its way.
      void fetchNextPage({ cancelRefetch: false })
  }, [reach, data, hasNextPage, isFetching, isError, fetchNextPage])
  const entries = useMemo(() => {
    const { happened } = textsIn(spokenLanguage([locale]))
    const say = ({ action_type, action_data, step_id, step_name }: HistoryEntry) => {
      const option = Number(action_data['decision_option_id'])
      const chosen = workflow.step(step_id)?.decision_options.find(({ id }) => id === option)?.option_text ?? null
      return happened[deedOf(action_type, action_data)](workflow.step(step_id)?.name ?? step_name, chosen)
    }
    const passedOver = (stepId: number) => t('passed_over', { name: workflow.step(stepId)?.name ?? '' })
    const known = data?.pages.flat() ?? []
    const told = play === undefined ? known : withDevice(known, play, userId)
    return entriesOf(told, exchanges, { happened: say, passedOver, userId })
  }, [data, exchanges, userId, locale, workflow, play, t])
  return {
    entries,
    // Where the server does not answer, what this device knows is shown.
    isLoading: history.isPending && (play === undefined || history.errorUpdateCount === 0),
    error: history.isError && data === undefined && play === undefined ? history.error : null,
    retry: () => void history.refetch(),
    hasMore: hasNextPage,
  }
}
