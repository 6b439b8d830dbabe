import { Sparkles } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { appUpdate } from './app-update.ts'
import styles from './notices.module.css'

/** Says that there is a new version; the page takes it when somebody says so. */
export function UpdateNotice() {
  const t = useTranslations('offline')
  const take = useSyncExternalStore(appUpdate.subscribe, appUpdate.get)
  if (take === null) return null
  return (
    <div className={styles['corner']}>
      <Banner
        tone="info"
        announce="status"
        icon={<Sparkles aria-hidden />}
        actions={
          <Button variant="primary" onPress={take}>
            {t('reload')}
          </Button>
        }
      >
        {t('new_version')}
      </Banner>
    </div>
  )
}
