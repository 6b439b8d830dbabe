import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useErrorText } from '../app/error-text.ts'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Attention } from './attention.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import styles from './outbox.module.css'

/** Gives up at once all that found no place in a run. */
export function DiscardAll({ entries }: { readonly entries: readonly Attention[] }) {
  const t = useTranslations('offline')
  const { runs } = useApi()
  const toast = useToast()
  const errorText = useErrorText()
  const [isAsking, setAsking] = useState(false)
  const count = entries.length
  const discard = () =>
    void Promise.all(entries.map(entry => runs.settle(entry))).catch((error: unknown) =>
      toast({ text: errorText(error) }),
    )
  return (
    <span className={styles['actions']}>
      <Button onPress={() => setAsking(true)}>{t('discard_all', { count })}</Button>
      {isAsking ? (
        <DiscardDialog lead={t('discard_all_lead', { count })} onDiscard={discard} onClose={() => setAsking(false)} />
      ) : null}
    </span>
  )
}
