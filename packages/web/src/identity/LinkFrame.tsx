import { ApiError } from '@hidesync/contract/client'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../app/ErrorState.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/Banner.tsx'
import { buttonClass } from '../ui/button-class.ts'
import styles from './login.module.css'

interface LinkFrameProps {
  readonly title: string
  readonly lead?: string
  /** Why what the link is for could not be read. */
  readonly error?: unknown
  readonly isExpired?: boolean
  readonly onRetry: () => void
  readonly children?: ReactNode
}

/** The server does not know the link, or it is none, as when a part was lost; what else went wrong says nothing of it. */
export const isUseless = (error: unknown): boolean => error instanceof ApiError && [404, 422].includes(error.status)

/** The page behind a link that somebody was sent: what it is for, that it is good for nothing any more, or why that could not be asked. */
export function LinkFrame({ title, lead, error = null, isExpired = false, onRetry, children }: LinkFrameProps) {
  const t = useTranslations('link')
  const product = useTranslations('common')('product')
  const toHome = useTranslations('error')('to_home')
  const isOver = isExpired || isUseless(error)
  return (
    <main id="main" className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          {product}
        </p>
        <PageHeading title={title} lead={lead} />
        {isOver ? (
          <>
            <Banner tone="warning">{t('useless')}</Banner>
            <Link to={paths.home} className={buttonClass()}>
              {toHome}
            </Link>
          </>
        ) : null}
        {error !== null && !isOver ? <ErrorState error={error} onRetry={onRetry} /> : null}
        {error === null && !isOver ? children : null}
      </div>
    </main>
  )
}
