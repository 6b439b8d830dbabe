import { useState, useSyncExternalStore } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { AttentionCard } from './AttentionCard.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import styles from './outbox.module.css'
import type { PackedRun } from './packed-run.ts'
import { PhotoCard } from './PhotoCard.tsx'
import { useSyncState } from './sync-state.ts'
import { useDeedText } from './use-deed-text.ts'
import { useSyncText } from './use-sync-text.ts'
import { WaitingPhotos } from './WaitingPhotos.tsx'

/** What was done on this device and is not with the server: what needs a word, and what waits to be sent. */
export function Outbox() {
  const t = useTranslations('offline')
  const { runs, photos } = useApi()
  const packed = useSyncExternalStore(runs.packed.subscribe, runs.packed.get)
  const attention = useSyncExternalStore(runs.attention.subscribe, runs.attention.get)
  const taken = useSyncExternalStore(photos.waiting.subscribe, photos.waiting.get)
  const refused = taken.filter(({ problem }) => problem !== null)
  const toSend = taken.filter(({ problem }) => problem === null)
  const text = useSyncText(useSyncState())
  const waiting = packed.filter(({ play }) => play.queue.length > 0)
  const sendNow = () => void Promise.all([runs.retry(), photos.retry()]).catch(() => undefined)
  return (
    <>
      <h2 className={styles['heading']}>{t('outbox')}</h2>
      <p className={styles['state']}>{text}</p>
      {attention.length + refused.length > 0 ? (
        <div className={styles['cards']}>
          {attention.map(entry => (
            <AttentionCard key={entry.key} entry={entry} />
          ))}
          {refused.map(photo => (
            <PhotoCard key={photo.id} photo={photo} />
          ))}
        </div>
      ) : null}
      {waiting.map(run => (
        <Waiting key={run.id} run={run} />
      ))}
      {toSend.length > 0 ? <WaitingPhotos photos={toSend} /> : null}
      {waiting.length + toSend.length > 0 ? <Button onPress={sendNow}>{t('send_now')}</Button> : null}
      {attention.length + waiting.length + taken.length === 0 ? (
        <p className={styles['state']}>{t('nothing_waits')}</p>
      ) : null}
    </>
  )
}

function Waiting({ run }: { readonly run: PackedRun }) {
  const t = useTranslations('offline')
  const format = useFormatter()
  const deed = useDeedText()
  const { runs } = useApi()
  const toast = useToast()
  const [discarding, setDiscarding] = useState<string | null>(null)
  const textOf = ({ request }: PackedRun['play']['queue'][number]) =>
    deed(request, 'step_id' in request ? (run.names[String(request.step_id)] ?? null) : null)
  const discard = async (key: string) => {
    if (!(await runs.discard(run, key))) toast({ text: t('sent_already') })
  }
  const found = run.play.queue.find(({ key }) => key === discarding)
  return (
    <section className={styles['group']} aria-label={run.answer.workflow_name}>
      <h3>{run.answer.workflow_name}</h3>
      {run.problem === null ? null : (
        <Banner tone="warning" announce="note">
          {t('problem', { reason: run.problem.message })}
        </Banner>
      )}
      <ul className={styles['list']}>
        {run.play.queue.map(queued => (
          <li key={queued.key} className={styles['row']}>
            <span className={styles['what']}>
              <span>{textOf(queued)}</span>
              <span className={styles['detail']}>
                {format.dateTime(queued.at - run.play.skew, { dateStyle: 'medium', timeStyle: 'short' })}
              </span>
            </span>
            <Button
              variant="quiet"
              aria-label={t('discard_this', { what: textOf(queued) })}
              onPress={() => setDiscarding(queued.key)}
            >
              {t('discard')}
            </Button>
          </li>
        ))}
      </ul>
      {found === undefined ? null : (
        <DiscardDialog
          lead={t('discard_lead', { what: textOf(found) })}
          onDiscard={() => void discard(found.key).catch(() => undefined)}
          onClose={() => setDiscarding(null)}
        />
      )}
    </section>
  )
}
