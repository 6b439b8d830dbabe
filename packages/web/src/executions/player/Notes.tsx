import type { FocusEvent, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './notes.module.css'

interface NotesProps {
  /** What has been noted so far; null: nothing. */
  readonly saved: string | null
  readonly draft: string
  /** What becomes of what is not saved. */
  readonly help: string
  readonly onDraft: (text: string) => void
  /** The focus goes elsewhere. */
  readonly onLeave: () => void
  readonly onSave: () => void
  readonly isSaving: boolean
  readonly fieldRef: Ref<HTMLTextAreaElement>
}

/** Notes on a step: what is written stays on this device until it is sent. */
export function Notes({ saved, draft, help, onDraft, onLeave, onSave, isSaving, fieldRef }: NotesProps) {
  const t = useTranslations('player')
  const watch = {
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) onLeave()
    },
  }
  return (
    <section aria-labelledby="notes" className={styles['notes']} {...watch}>
      <h2 id="notes">{t('notes')}</h2>
      <TextField
        label={t('note_label')}
        rows={2}
        maxLength={5000}
        value={draft}
        onChange={onDraft}
        areaRef={fieldRef}
        help={draft === '' ? undefined : help}
      />
      <Button isPending={isSaving} isDisabled={draft.trim() === ''} onPress={onSave}>
        {t('note_save')}
      </Button>
      {/* Below the button: what others note meanwhile moves nothing away from under a finger. */}
      {saved ? (
        <p className={styles['saved']}>
          <bdi>{saved}</bdi>
        </p>
      ) : null}
    </section>
  )
}
