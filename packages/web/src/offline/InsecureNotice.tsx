import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { readDevice, writeDevice } from '../app/device-storage.ts'
import { paths } from '../app/paths.ts'
import { Notice } from './Notice.tsx'

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
    <Notice onClose={close}>
      {t('insecure')}{' '}
      <Link to={paths.help} hash="address">
        {t('insecure_help')}
      </Link>
    </Notice>
  )
}
