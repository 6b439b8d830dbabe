import { CloudCheck, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { fetchOutbox } from './fetch-outbox.ts'
import styles from './sync-chip.module.css'
import { useSyncState } from './sync-state.ts'
import { useSyncText } from './use-sync-text.ts'

const Outbox = lazy(async () => ({ default: (await fetchOutbox()).Outbox }))

const icons = {
  saved: CloudCheck,
  waiting: CloudUpload,
  sending: CloudUpload,
  attention: TriangleAlert,
  offline: CloudOff,
} as const

/** Whether what was done is with the server, in the bar of every page; pressing it shows what is not. */
export function SyncChip() {
  const t = useTranslations('offline')
  const state = useSyncState()
  const text = useSyncText(state)
  const Icon = icons[state.type]
  return (
    <>
      <output className="visually-hidden">{text}</output>
      <PopoverButton
        label={t('outbox')}
        trigger={
          <Button variant="quiet" aria-label={t('open_outbox', { state: text })}>
            <Icon aria-hidden size={22} />
            <span className={cx(styles['text'], styles[state.type])}>{text}</span>
          </Button>
        }
      >
        <Suspense fallback={<Skeleton count={3} />}>
          <Outbox />
        </Suspense>
      </PopoverButton>
    </>
  )
}
