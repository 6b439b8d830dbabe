import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { Notes } from './Notes.tsx'
import styles from './player.module.css'
import type { Player } from './use-player.ts'

interface StepNotesProps {
  readonly player: Player
  readonly stepId: number
  readonly isPeek: boolean
  readonly noteRef: RefObject<HTMLTextAreaElement | null>
}

/** What was noted on a step, and a field for more while the run is at it, or what was begun there is not on it yet. */
export function StepNotes({ player, stepId, isPeek, noteRef }: StepNotesProps) {
  const t = useTranslations('player')
  const { execution, view, notes } = player
  const past = execution.step_executions?.find(({ step_id }) => step_id === stepId)?.notes ?? null
  const saved = view.state.open[String(stepId)]?.notes ?? past
  const isHere = !isPeek && player.current?.id === stepId
  if (isHere || notes.isBegun(stepId))
    return (
      <Notes
        saved={saved}
        draft={notes.of(stepId)}
        help={t(isHere ? 'note_draft' : 'note_left')}
        onDraft={text => notes.write(stepId, text)}
        onLeave={notes.stop}
        onSave={() => player.saveNote(stepId)}
        isSaving={player.commands.isPending}
        fieldRef={noteRef}
      />
    )
  if (saved === null) return null
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" className={styles['sideTitle']}>
        {t('notes')}
      </h2>
      <p className={styles['saved']}>
        <bdi>{saved}</bdi>
      </p>
    </section>
  )
}
