import { Sparkles } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { appUpdate } from './app-update.ts'
import styles from './notices.module.css'

/** Says that there is a new version; the page takes it when somebody says so, or at once where another tab did and nothing is half done here. */
export function UpdateNotice() {
  const t = useTranslations('offline')
  const update = useSyncExternalStore(appUpdate.subscribe, appUpdate.get)
  if (update === null) return null
  return (
    <div className={styles['corner']}>
      <Banner
        tone="info"
        announce="status"
        icon={<Sparkles aria-hidden />}
        actions={
          <Button variant="primary" onPress={update.take}>
            {t('reload')}
          </Button>
        }
      >
        {t(update.isTaken ? 'new_version_taken' : 'new_version')}
      </Banner>
    </div>
  )
}
