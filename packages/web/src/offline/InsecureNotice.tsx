import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { readDevice, writeDevice } from '../app/device-storage.ts'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './notices.module.css'

const key = 'insecure_understood'

/** On plain http: which four features the browser withholds, once for each device. */
export function InsecureNotice() {
  const t = useTranslations('offline')
  const [isOpen, setOpen] = useState(() => !window.isSecureContext && readDevice(key) !== true)
  if (!isOpen) return null
  const close = () => {
    writeDevice(key, true)
    setOpen(false)
  }
  return (
    <div className={styles['notice']}>
      <Banner
        tone="warning"
        announce="note"
        icon={<TriangleAlert aria-hidden />}
        actions={
          <Button variant="quiet" onPress={close}>
            {t('understood')}
          </Button>
        }
      >
        {t('insecure')}{' '}
        <Link to={paths.help} hash="address">
          {t('insecure_help')}
        </Link>
      </Banner>
    </div>
  )
}
