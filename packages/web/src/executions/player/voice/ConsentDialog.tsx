import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import type { Consent } from '../../../app/preferences.ts'
import { staysOnDevice } from './recognition.ts'

/** Before anybody listens: what becomes of what is said. What is allowed is what was read, and no more. */
export function ConsentDialog({ onAnswer }: { readonly onAnswer: (consent: Consent) => void }) {
  const t = useTranslations('voice')
  const locale = useLocale()
  const [isLocal, setLocal] = useState<boolean | null>(null)
  useEffect(() => {
    void staysOnDevice(locale).then(setLocal)
  }, [locale])
  if (isLocal === null) return null
  return (
    <Dialog isOpen onClose={() => onAnswer(false)} title={t('consent_title')}>
      <p>{t('consent_lead')}</p>
      <p>{t(isLocal ? 'consent_local' : 'consent_sent')}</p>
      <p>{t('consent_change')}</p>
      <DialogActions>
        <Button onPress={() => onAnswer(false)}>{t('deny')}</Button>
        <Button variant="primary" onPress={() => onAnswer(isLocal ? 'on_device' : true)}>
          {t('allow')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
