import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface ReasonDialogProps {
  readonly title: string
  readonly lead: string
  readonly confirm: string
  readonly isDanger?: boolean
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** What the person wrote; null: nothing. */
  readonly onConfirm: (reason: string | null) => void
  readonly onClose: () => void
}

/** Asks before something that is not the usual course, and why; the reason may be left out. */
export function ReasonDialog({
  title,
  lead,
  confirm,
  isDanger = false,
  reason,
  onReason,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const t = useTranslations('player')
  const submit = () => onConfirm(reason.trim() === '' ? null : reason.trim())
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      role={isDanger ? 'alertdialog' : 'dialog'}
      {...(isDanger ? {} : { onConfirm: submit })}
    >
      <p>{lead}</p>
      <TextField label={t('reason_label')} rows={2} maxLength={5000} value={reason} onChange={onReason} />
      <DialogActions>
        <Button onPress={onClose}>{t('keep')}</Button>
        <Button variant={isDanger ? 'danger' : 'primary'} onPress={submit}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
