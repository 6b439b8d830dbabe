import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { staysOnDevice } from './recognition.ts'

/** Before anybody listens: what becomes of what is said. */
export function ConsentDialog({ onAnswer }: { readonly onAnswer: (isAllowed: boolean) => void }) {
  const t = useTranslations('voice')
  const locale = useLocale()
  const [isLocal, setLocal] = useState(false)
  useEffect(() => {
    void staysOnDevice(locale).then(setLocal)
  }, [locale])
  return (
    <Dialog isOpen onClose={() => onAnswer(false)} title={t('consent_title')}>
      <p>{t('consent_lead')}</p>
      <p>{t(isLocal ? 'consent_local' : 'consent_sent')}</p>
      <p>{t('consent_change')}</p>
      <DialogActions>
        <Button onPress={() => onAnswer(false)}>{t('deny')}</Button>
        <Button variant="primary" onPress={() => onAnswer(true)}>
          {t('allow')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
