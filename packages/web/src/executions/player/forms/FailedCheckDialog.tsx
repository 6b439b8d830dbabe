import { Hammer, OctagonX, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../dialogs.module.css'

interface FailedCheckDialogProps {
  readonly failed: readonly string[]
  /** Where it is mended; null: the workflow knows no way, and the run would end. */
  readonly rework: string | null
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onRework: () => void
  readonly onAccept: (reason: string) => void
  readonly onStop: () => void
  readonly onClose: () => void
}

/** Something in a check failed: it is mended, accepted for a reason, or the run stops. There is no way around choosing. */
export function FailedCheckDialog({
  failed,
  rework,
  reason,
  onReason,
  onRework,
  onAccept,
  onStop,
  onClose,
}: FailedCheckDialogProps) {
  const t = useTranslations('failed_check')
  const [isMissing, setMissing] = useState(false)
  const accept = () => {
    if (reason.trim() === '') setMissing(true)
    else onAccept(reason.trim())
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('title')} role="alertdialog">
      <p>{t('lead')}</p>
      {failed.length === 0 ? null : (
        <ul className={styles['list']}>
          {failed.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {rework === null ? null : (
        <Button variant="primary" size="large" block onPress={onRework}>
          <Hammer aria-hidden size={20} />
          {t('rework', { name: rework })}
        </Button>
      )}
      <TextField
        label={t('reason')}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={onReason}
        error={isMissing && reason.trim() === '' ? t('reason_missing') : null}
      />
      <Button size="large" block onPress={accept}>
        <ShieldCheck aria-hidden size={20} />
        {t('accept')}
      </Button>
      <Button size="large" block onPress={onStop}>
        <OctagonX aria-hidden size={20} />
        {t(rework === null ? 'stop_failed' : 'stop')}
      </Button>
      <DialogActions>
        <Button variant="quiet" onPress={onClose}>
          {t('back')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
