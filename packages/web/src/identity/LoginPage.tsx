import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { PageHeading } from '../app/PageHeading.tsx'
import { landing } from './landing.ts'
import { LoginForm } from './LoginForm.tsx'
import { readStation } from './station/device-station.ts'
import { KioskLogin } from './station/KioskLogin.tsx'
import styles from './login.module.css'

const route = getRouteApi('/login')

export function LoginPage() {
  const t = useTranslations('login')
  const product = useTranslations('common')('product')
  const { next, kiosk } = route.useSearch()
  const router = useRouter()
  const api = useApi()
  const { session } = api
  const station = kiosk === 1 ? readStation() : null
  const isKiosk = station !== null
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  useEffect(() => {
    if (status !== 'signed_in' || isKiosk) return
    void landing(api, next).then(place => router.history.replace(place))
  }, [status, isKiosk, next, router, api])
  if (status === 'signed_in' && !isKiosk) return null
  return (
    <main id="main" className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        <PageHeading title={t('title')} lead={t(kiosk === 1 && station === null ? 'no_station' : 'lead')} />
        {station === null ? <LoginForm /> : <KioskLogin station={station} />}
        {station === null ? <p className={styles['forgotten']}>{t('forgotten')}</p> : null}
      </div>
    </main>
  )
}
