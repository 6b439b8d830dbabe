import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'

interface DiscardDialogProps {
  readonly lead: string
  readonly onDiscard: () => void
  readonly onClose: () => void
}

/** Giving up what was done is asked about: it was work. */
export function DiscardDialog({ lead, onDiscard, onClose }: DiscardDialogProps) {
  const t = useTranslations('offline')
  const discard = () => {
    onClose()
    onDiscard()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('discard_title')} role="alertdialog">
      <p>{lead}</p>
      <DialogActions startsSafe>
        <Button onPress={onClose}>{t('keep_it')}</Button>
        <Button variant="danger" onPress={discard}>
          {t('discard')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
