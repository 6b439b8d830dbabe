import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import styles from './dialogs.module.css'

interface JumpDialogProps {
  readonly target: string
  /** Names of the steps that the jump passes over. */
  readonly skipped: readonly string[]
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** A jump leaves steps undone: it says which, and asks. */
export function JumpDialog({ target, skipped, onConfirm, onClose }: JumpDialogProps) {
  const t = useTranslations('player')
  return (
    <Dialog isOpen onClose={onClose} title={t('jump_title', { name: target })}>
      <p>{t('jump_lead', { count: skipped.length })}</p>
      <ul className={styles['list']}>
        {skipped.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <DialogActions>
        <Button onPress={onClose}>{t('keep')}</Button>
        <Button variant="primary" onPress={onConfirm}>
          {t('jump_confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
