import { ApiError } from '@hidesync/contract/client'
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
  readonly onRetry: () => void
  readonly children: ReactNode
}

/** The server does not know the link; what else went wrong says nothing of it. */
const isUnknown = (error: unknown) => error instanceof ApiError && error.status === 404

/** The page behind a link that somebody was sent: what it is for, that it is good for nothing any more, or why that could not be asked. */
export function LinkFrame({ title, lead, error = null, isExpired = false, onRetry, children }: LinkFrameProps) {
  const t = useTranslations('link')
  const product = useTranslations('common')('product')
  const isUseless = isExpired || isUnknown(error)
  return (
    <main id="main" className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        <PageHeading title={title} lead={lead} />
        {isUseless ? <Banner tone="warning">{t('useless')}</Banner> : null}
        {error !== null && !isUseless ? <ErrorState error={error} onRetry={onRetry} /> : null}
        {error === null && !isUseless ? children : null}
      </div>
    </main>
  )
}
