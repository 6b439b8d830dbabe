import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { GatherList } from './GatherList.tsx'
import { Notes } from './Notes.tsx'
import styles from './player.module.css'
import type { Player } from './use-player.ts'

interface StepSideProps {
  readonly player: Player
  readonly stepId: number
  readonly isPeek: boolean
  readonly noteRef: RefObject<HTMLTextAreaElement | null>
}

/** Beside the instructions: what the step needs, and what one notes about it. */
export function StepSide({ player, stepId, isPeek, noteRef }: StepSideProps) {
  const t = useTranslations('player')
  const { execution, workflow, view, draft } = player
  const step = workflow.step(stepId)
  if (step === undefined) return null
  const past = execution.step_executions?.find(({ step_id }) => step_id === stepId)?.notes ?? null
  const saved = view.state.open[String(stepId)]?.notes ?? past
  const canNote = !isPeek && player.current?.id === stepId
  if (step.resources.length === 0 && !canNote && saved === null) return null
  return (
    <div className={styles['side']}>
      {step.resources.length > 0 ? <GatherList executionId={execution.id} resources={step.resources} /> : null}
      {canNote ? (
        <Notes
          saved={saved}
          draft={draft}
          onDraft={player.setDraft}
          onSave={player.saveNote}
          isSaving={player.commands.isPending}
          fieldRef={noteRef}
        />
      ) : saved === null ? null : (
        <section aria-labelledby="notes">
          <h2 id="notes" className={styles['pathTitle']}>
            {t('notes')}
          </h2>
          <p className={styles['saved']}>{saved}</p>
        </section>
      )}
    </div>
  )
}
