import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import type { PackedRun } from './packed-run.ts'

interface DiscardDialogProps {
  readonly run: PackedRun
  /** The key of the command. */
  readonly name: string
  readonly what: string
  readonly onClose: () => void
}

/** Giving up what was done is asked about: it was work. */
export function DiscardDialog({ run, name, what, onClose }: DiscardDialogProps) {
  const t = useTranslations('offline')
  const { runs } = useApi()
  const discard = () => {
    void runs.discard(run, name).catch(() => undefined)
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('discard_title')} role="alertdialog">
      <p>{t('discard_lead', { what })}</p>
      <DialogActions>
        <Button onPress={onClose}>{t('keep_it')}</Button>
        <Button variant="danger" onPress={discard}>
          {t('discard')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
