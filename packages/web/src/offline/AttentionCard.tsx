import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import type { Attention } from './attention.ts'
import styles from './outbox.module.css'
import { useAttention } from './use-attention.ts'
import { useDeedText } from './use-deed-text.ts'

/** Something that was done here and found no place in the run: what it was, what came between, and what may become of it. */
export function AttentionCard({ entry }: { readonly entry: Attention }) {
  const t = useTranslations('offline')
  const format = useFormatter()
  const deed = useDeedText()
  const { keepAsNote, tryAgain, discard } = useAttention(entry)
  const { meanwhile } = entry
  const moment = (at: number | string) =>
    format.dateTime(new Date(at), { weekday: 'short', hour: 'numeric', minute: 'numeric' })
  return (
    <Banner
      tone="warning"
      announce="note"
      label={t('needs_attention')}
      icon={<TriangleAlert aria-hidden />}
      actions={
        <span className={styles['actions']}>
          <Button variant="primary" onPress={keepAsNote}>
            {t('keep_as_note')}
          </Button>
          <Button onPress={tryAgain}>{t('try_again')}</Button>
          <Button variant="quiet" onPress={discard}>
            {t('discard')}
          </Button>
        </span>
      }
    >
      <span className={styles['what']}>
        <strong>
          {t('not_taken', {
            what: deed(entry.request, entry.step_name),
            name: entry.workflow_name,
            time: moment(entry.at),
          })}
        </strong>
        {meanwhile === null ? null : (
          <span>
            {t('meanwhile', {
              type: meanwhile.action_type,
              who: meanwhile.actor_name ?? t('somebody'),
              step: meanwhile.step_name ?? '',
              time: moment(meanwhile.timestamp),
            })}
          </span>
        )}
        <span>{entry.refusal.message}</span>
      </span>
    </Banner>
  )
}
