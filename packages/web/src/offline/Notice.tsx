import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './notices.module.css'

interface NoticeProps {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What one has to know of this device, at the head of every page until it is understood. */
export function Notice({ onClose, children }: NoticeProps) {
  const t = useTranslations('offline')
  return (
    <div className={styles['notice']}>
      <Banner
        tone="warning"
        announce="note"
        icon={<TriangleAlert aria-hidden />}
        actions={
          <Button variant="quiet" onPress={onClose}>
            {t('understood')}
          </Button>
        }
      >
        {children}
      </Banner>
    </div>
  )
}
