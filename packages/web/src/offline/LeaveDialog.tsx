import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { leaving, useSignOut } from '../app/use-sign-out.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { deviceForgets } from './device-database.ts'

/** Whoever signs out while something waits to be sent is told how much that is, and that it stays theirs. */
export function LeaveDialog() {
  const t = useTranslations('offline')
  const { runs, photos } = useApi()
  const { leave } = useSignOut()
  const isAsked = useSyncExternalStore(leaving.subscribe, leaving.get)
  const forgets = useSyncExternalStore(deviceForgets.subscribe, deviceForgets.get)
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  const taken = useSyncExternalStore(photos.waiting.subscribe, photos.waiting.get).length
  const deeds = packed.reduce((sum, { play }) => sum + play.queue.length, 0)
  const close = () => leaving.set(false)
  return (
    <Dialog isOpen={isAsked} onClose={close} title={t('leave_title')} role="alertdialog">
      {deeds > 0 ? <p>{t('leave_deeds', { count: deeds })}</p> : null}
      {taken > 0 ? <p>{t('leave_photos', { count: taken })}</p> : null}
      <p>{t(forgets ? 'forgets' : 'leave_lead')}</p>
      <DialogActions startsSafe>
        <Button onPress={close}>{t('stay')}</Button>
        <Button
          variant="primary"
          onPress={() => {
            close()
            void leave()
          }}
        >
          {t('leave')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
