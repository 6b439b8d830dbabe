import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'

/** Fetched when it is needed: most sessions do not end. */
const LoginForm = lazy(async () => ({ default: (await import('./LoginForm.tsx')).LoginForm }))

/** The session ended: sign in over the page, and what was under way goes on. */
export function ReloginDialog() {
  const t = useTranslations('login')
  const { session } = useApi()
  const navigate = useNavigate()
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  const leave = () => {
    session.giveUp()
    void navigate({ to: paths.login })
  }
  return (
    <Dialog isOpen={status === 'expired'} onClose={leave} title={t('again_title')} role="alertdialog">
      <p>{t('again_lead')}</p>
      <Suspense>
        <LoginForm />
      </Suspense>
      <DialogActions>
        <Button variant="quiet" onPress={leave}>
          {t('leave')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
