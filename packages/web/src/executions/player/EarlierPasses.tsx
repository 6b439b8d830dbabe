import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { useFormatter, useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { Execution } from '../execution.ts'
import { useHistory } from './log/use-history.ts'
import styles from './step.module.css'

interface EarlierPassesProps {
  readonly execution: Execution
  readonly stepId: number
}

const settling: readonly string[] = ['complete', 'decide', 'skip', 'fail']

/** What was recorded, without what only machines read. */
function linesOf(data: JsonObject): readonly (readonly [string, string])[] {
  const plain = (value: JsonValue | undefined): value is string | number | boolean =>
    ['string', 'number', 'boolean'].includes(typeof value)
  const { notes, reason } = data
  const entries = isJsonObject(data['data']) ? Object.entries(data['data']) : []
  return [...entries, ['notes', notes] as const, ['reason', reason] as const].flatMap(([name, value]) =>
    plain(value) ? [[name.replaceAll('_', ' '), String(value)] as const] : [],
  )
}

/** What was recorded on a step in the passes before this one. */
export function EarlierPasses({ execution, stepId }: EarlierPassesProps) {
  const t = useTranslations('player_why')
  const format = useFormatter()
  const { data } = useHistory(execution)
  const passes = (data?.pages.flat() ?? [])
    .filter(entry => entry.step_id === stepId && settling.includes(entry.action_type))
    .toReversed()
  if (passes.length === 0) return null
  return (
    <Disclosure title={t('earlier', { count: passes.length })}>
      <ol className={styles['why']}>
        {passes.map(entry => (
          <li key={entry.id}>
            {format.dateTime(new Date(entry.timestamp), { timeStyle: 'short' })}
            {linesOf(entry.action_data).map(([name, value]) => ` · ${name}: ${value}`)}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
