import { useTranslations } from 'use-intl'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { LogEntry, LogGroup } from './entries.ts'
import { LogRow } from './LogRow.tsx'
import styles from './log.module.css'
import { useNearView } from './use-near-view.ts'

interface LogPieceProps {
  readonly groups: readonly LogGroup[]
  readonly workflow: CompiledWorkflow
  /** It is drawn wherever one looks: there are few. */
  readonly isAlways: boolean
  /** Number of the command that undo takes back next. */
  readonly undoable: number | null
  readonly onUndo: () => void
}

/** Roughly, until it has been seen once. Pixels. */
const rowHeight = 56

/** Some entries of the transcript; far from the view they are only a box of their height. */
export function LogPiece({ groups, workflow, isAlways, undoable, onUndo }: LogPieceProps) {
  const t = useTranslations('log')
  const { box, isNear, height } = useNearView(isAlways)
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const nameOf = (id: number | null) => workflow.step(id)?.name ?? t('whole_run')
  const canUndo = (entry: LogEntry) => undoable !== null && entry.sequence === undoable
  return (
    <div ref={box} style={isNear ? {} : { blockSize: height ?? count * rowHeight }}>
      {isNear
        ? groups.map(({ key, step_id, entries }) => (
            <section key={key} aria-label={nameOf(step_id)} className={styles['group']}>
              <h3 className={styles['step']}>{nameOf(step_id)}</h3>
              <ul className={styles['entries']}>
                {entries.map(entry => (
                  <LogRow key={entry.id} entry={entry} onUndo={canUndo(entry) ? onUndo : null} />
                ))}
              </ul>
            </section>
          ))
        : null}
    </div>
  )
}
