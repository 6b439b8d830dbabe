import { Undo2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { AnswerBody } from '../command/AnswerBody.tsx'
import type { LogEntry } from './entries.ts'
import styles from './log.module.css'
import { useActorText } from './use-actor-text.ts'

interface LogRowProps {
  readonly entry: LogEntry
  /** Null: it cannot be taken back, or not yet. */
  readonly onUndo: (() => void) | null
}

/** One thing that was done or said: when, by whom, and what. */
export function LogRow({ entry, onUndo }: LogRowProps) {
  const t = useTranslations('log')
  const format = useFormatter()
  const actor = useActorText()
  const at = new Date(entry.at)
  return (
    <li className={styles['entry']}>
      <p className={styles['meta']}>
        <time dateTime={at.toISOString()} title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })}>
          {format.dateTime(at, { timeStyle: 'short' })}
        </time>
        <span>{actor(entry)}</span>
      </p>
      <p>
        <bdi>{entry.exchange === null ? entry.text : t('asked', { text: entry.text })}</bdi>
      </p>
      {entry.words === null ? null : (
        <p className={styles['words']}>
          <bdi>{entry.words}</bdi>
        </p>
      )}
      {entry.exchange === null ? null : <AnswerBody exchange={entry.exchange} />}
      {onUndo === null ? null : (
        <Button variant="quiet" onPress={onUndo}>
          <Undo2 aria-hidden size={18} />
          {t('undo')}
        </Button>
      )}
    </li>
  )
}
