import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Outbox } from '../../offline/Outbox.tsx'
import { RunList } from '../../offline/RunsHere.tsx'
import { StationSetting } from './StationSetting.tsx'
import styles from './settings.module.css'

interface Storage {
  /** Bytes. */
  readonly used: number
  readonly isKept: boolean
}

/** How much this device keeps for the app, and whether it may throw that away when it runs short. Null: it does not tell. */
function useStorage(): readonly [Storage | null, () => void] {
  const [storage, setStorage] = useState<Storage | null>(null)
  const [asked, ask] = useState(0)
  useEffect(() => {
    // Not there on an address that is not secure.
    const manager = navigator.storage as StorageManager | undefined
    if (manager === undefined) return
    const look = async () => {
      const [{ usage = 0 }, isKept] = await Promise.all([
        manager.estimate(),
        asked > 0 ? manager.persist() : manager.persisted(),
      ])
      setStorage({ used: usage, isKept })
    }
    void look().catch(() => undefined)
  }, [asked])
  return [storage, () => ask(count => count + 1)]
}

/** What this device can do and keeps. */
export function DeviceSettings() {
  const t = useTranslations('settings')
  const offline = useTranslations('offline')
  const format = useFormatter()
  const [storage, keep] = useStorage()
  const isSecure = window.isSecureContext
  const megabytes = (bytes: number) =>
    format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return (
    <>
      <section aria-labelledby="address" className={styles['group']}>
        <h2 id="address">{t('address')}</h2>
        <Banner
          tone={isSecure ? 'success' : 'warning'}
          icon={isSecure ? <CircleCheck aria-hidden size={20} /> : <TriangleAlert aria-hidden size={20} />}
        >
          {t(isSecure ? 'address_secure' : 'address_insecure')}
        </Banner>
      </section>
      <section className={styles['group']}>
        <Outbox />
      </section>
      <section aria-labelledby="here" className={styles['group']}>
        <h2 id="here">{offline('on_this_device')}</h2>
        <RunList />
      </section>
      <section aria-labelledby="storage" className={styles['group']}>
        <h2 id="storage">{t('storage')}</h2>
        {storage === null ? (
          <p className={styles['text']}>{t('storage_unknown')}</p>
        ) : (
          <>
            <dl className={styles['facts']}>
              <dt>{t('storage_used')}</dt>
              <dd>{megabytes(storage.used)}</dd>
              <dt>{t('storage_kept')}</dt>
              <dd>{t(storage.isKept ? 'storage_kept_yes' : 'storage_kept_no')}</dd>
            </dl>
            {storage.isKept ? null : (
              <div className={styles['row']}>
                <Button onPress={keep}>{t('storage_keep')}</Button>
              </div>
            )}
          </>
        )}
      </section>
      <StationSetting />
    </>
  )
}
