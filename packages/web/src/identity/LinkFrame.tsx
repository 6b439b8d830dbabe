import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../app/ErrorState.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { Banner } from '../ui/Banner.tsx'
import styles from './login.module.css'

interface LinkFrameProps {
  readonly title: string
  readonly lead?: string
  /** Why what the link is for could not be read. */
  readonly error?: unknown
  readonly isExpired?: boolean
  readonly children: ReactNode
}

/** The page behind a link that somebody was sent: what it is for, or why it is good for nothing any more. */
export function LinkFrame({ title, lead, error = null, isExpired = false, children }: LinkFrameProps) {
  const t = useTranslations('link')
  const product = useTranslations('common')('product')
  return (
    <main id="main" className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        <PageHeading title={title} lead={lead} />
        {error === null ? null : <ErrorState error={error} />}
        {error !== null || isExpired ? <Banner tone="warning">{t('useless')}</Banner> : children}
      </div>
    </main>
  )
}
