import { GraduationCap, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { coach, coachSteps, useCoached } from './coach.ts'
import styles from './coach.module.css'

/** Four remarks beside somebody's first run. They lie in the page, cover nothing, and go when they are told to. */
export function Coach({ runId }: { readonly runId: number }) {
  const t = useTranslations('coach')
  const at = useCoached(runId)
  const step = at === null ? undefined : coachSteps[at]
  if (at === null || step === undefined) return null
  return (
    <aside aria-label={t('title')} className={styles['coach']}>
      <GraduationCap aria-hidden size={24} />
      <output className={styles['text']}>
        <strong>{t('at', { at: at + 1, total: coachSteps.length })}</strong> {t(step)}
      </output>
      <Button onPress={coach.next}>{t(at + 1 < coachSteps.length ? 'next' : 'done')}</Button>
      <IconButton label={t('dismiss')} onPress={coach.dismiss}>
        <X aria-hidden size={20} />
      </IconButton>
    </aside>
  )
}
