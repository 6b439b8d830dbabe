import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { deviceForgets } from './device-database.ts'
import { Notice } from './Notice.tsx'
import { waitingCount } from './sync-state.ts'

/** Where the browser keeps nothing on this device: that what waits is lost with the page, which then asks before it closes. */
export function ForgettingNotice() {
  const t = useTranslations('offline')
  const { runs, photos } = useApi()
  const forgets = useSyncExternalStore(deviceForgets.subscribe, deviceForgets.get)
  const [isUnderstood, setUnderstood] = useState(false)
  useEffect(() => {
    if (!forgets) return
    const ask = (event: BeforeUnloadEvent) => {
      if (waitingCount({ packed: runs.packed.get(), photos: photos.waiting.get() }) > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [forgets, runs, photos])
  return forgets && !isUnderstood ? <Notice onClose={() => setUnderstood(true)}>{t('forgets')}</Notice> : null
}
