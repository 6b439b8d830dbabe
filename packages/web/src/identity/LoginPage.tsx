import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { LoginForm } from './LoginForm.tsx'
import styles from './login.module.css'

const route = getRouteApi('/login')

export function LoginPage() {
  const t = useTranslations('login')
  const product = useTranslations('common')('product')
  const { next } = route.useSearch()
  const router = useRouter()
  const { session } = useApi()
  const status = useSyncExternalStore(session.status.subscribe, session.status.get)
  useEffect(() => {
    if (status === 'signed_in') router.history.replace(next ?? paths.home)
  }, [status, next, router])
  if (status === 'signed_in') return null
  return (
    <main id="main" className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        <PageHeading title={t('title')} lead={t('lead')} />
        <LoginForm />
      </div>
    </main>
  )
}
