import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../../app/ErrorState.tsx'
import { FilterChips } from '../../../ui/FilterChips.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { Player } from '../use-player.ts'
import { filtered, grouped, logFilters, pieces, type LogFilter } from './entries.ts'
import { LogExport } from './LogExport.tsx'
import { LogPiece } from './LogPiece.tsx'
import styles from './log.module.css'
import { useLog } from './use-log.ts'

/** Up to this many entries all are drawn. */
const few = 200

/** What was done and said in this run, the newest last. */
export function LogPanel({ player }: { readonly player: Player }) {
  const t = useTranslations('log')
  const { entries, isLoading, error, retry, hasMore } = useLog(player)
  const [filter, setFilter] = useState<LogFilter>('all')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const found = useMemo(() => filtered(entries, filter, wanted), [entries, filter, wanted])
  const parts = useMemo(() => pieces(grouped(found)), [found])
  const { state } = player.view
  const undoable = executionCan('undo', state) ? state.undo_head : null
  const log = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  // Whoever reads the end stays there; whoever reads further up is left alone.
  useEffect(() => {
    const box = log.current
    if (box !== null && isAtEnd) box.scrollTop = box.scrollHeight
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new entry moves the end
  }, [found, isAtEnd])
  if (error !== null) return <ErrorState error={error} onRetry={retry} />
  if (isLoading) return <Skeleton count={4} />
  const chips = logFilters.flatMap(value => (value === 'all' ? [] : [{ value, label: t(`filter_${value}`) }]))
  return (
    <div className={styles['panel']}>
      <SearchField label={t('search')} clearLabel={t('clear_search')} value={search} onChange={setSearch} />
      <FilterChips
        label={t('filter')}
        all={t('filter_all')}
        options={chips}
        value={filter === 'all' ? null : filter}
        onChange={value => setFilter(logFilters.find(one => one === value) ?? 'all')}
      />
      <div
        ref={log}
        role="log"
        // Entries that come into view by scrolling are no news.
        aria-live={isAtEnd ? 'polite' : 'off'}
        aria-label={t('title')}
        aria-busy={hasMore}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
        tabIndex={0}
        className={styles['log']}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) =>
          setAtEnd(scrollTop + clientHeight >= scrollHeight - 40)
        }
      >
        {parts.map(groups => (
          <LogPiece
            key={groups[0]?.key}
            groups={groups}
            workflow={player.workflow}
            isAlways={found.length <= few}
            undoable={undoable}
            onUndo={player.undo}
          />
        ))}
        {found.length === 0 ? <p>{entries.length === 0 ? t('empty') : t('nothing_found')}</p> : null}
      </div>
      <LogExport entries={found} player={player} />
    </div>
  )
}
