import { ApiError } from '@hidesync/contract/client'
import { Link } from '@tanstack/react-router'
import { CircleAlert, SearchX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { RunsHere } from '../offline/RunsHere.tsx'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { useApi } from './api.ts'
import styles from './error-state.module.css'
import { useErrorText } from './error-text.ts'
import { PageHeading } from './PageHeading.tsx'
import { paths } from './paths.ts'

const FindInstead = lazy(async () => ({ default: (await import('./FindInstead.tsx')).FindInstead }))

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What went wrong where it went wrong, and what to do: try again, and the number to tell somebody. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTranslations('error')
  const text = useErrorText()(error)
  return (
    <div role="alert" className={styles['error']}>
      <CircleAlert aria-hidden size={24} className={styles['icon']} />
      <div className={styles['body']}>
        <p>{text}</p>
        <div className={styles['actions']}>
          {onRetry ? <Button onPress={onRetry}>{t('retry')}</Button> : null}
          <ErrorDetails error={error} told={text} />
        </div>
      </div>
    </div>
  )
}

/** What the server itself said, where that is more than what was told, and how it can be found there. */
function ErrorDetails({ error, told }: { readonly error: unknown; readonly told: string }) {
  const t = useTranslations('error')
  const [copied, setCopied] = useState(false)
  if (!(error instanceof ApiError) || error.body.request_id === '') return null
  const { request_id: id } = error.body
  const copy = () => {
    // Not there on plain http: then the number stays to be read.
    void (navigator.clipboard as Clipboard | undefined)?.writeText(id).then(() => setCopied(true))
  }
  return (
    <details className={styles['details']}>
      <summary>{t('details')}</summary>
      <p>
        {t('status', { status: error.status, code: error.code })}
        <br />
        {error.message === told ? null : (
          <>
            <bdi>{error.message}</bdi>
            <br />
          </>
        )}
        {t('request_id')} <code>{id}</code>{' '}
        {'clipboard' in navigator ? (
          <Button variant="quiet" onPress={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        ) : null}
      </p>
    </details>
  )
}

/** A whole page that could not be shown: not there, not yours, or in trouble. */
export function ErrorPage({ error, onRetry }: ErrorStateProps) {
  const t = useTranslations('error')
  const text = useErrorText()(error)
  const { connection } = useApi()
  // Without a connection a part of the app that was never used cannot be fetched, either.
  const other = connection.status.get().isOnline ? 500 : 0
  const status = error instanceof ApiError ? error.status : other
  if (status === 404) return <NotFoundPage />
  if (status === 403)
    return (
      <div className={styles['page']}>
        <PageHeading title={t('forbidden_title')} lead={text} />
        <p>{t('forbidden_hint')}</p>
        <HomeLinks />
      </div>
    )
  return (
    <div className={styles['page']}>
      <PageHeading title={t(status === 0 ? 'offline_title' : 'server_title')} />
      <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />
      {status === 0 ? <RunsHere /> : null}
      <HomeLinks />
    </div>
  )
}

export function NotFoundPage() {
  const t = useTranslations('error')
  return (
    <div className={styles['page']}>
      <SearchX aria-hidden size={40} className={styles['muted']} />
      <PageHeading title={t('not_found_title')} lead={t('not_found_lead')} />
      <Suspense>
        <FindInstead />
      </Suspense>
      <HomeLinks />
    </div>
  )
}

function HomeLinks() {
  const t = useTranslations('error')
  return (
    <p className={styles['actions']}>
      <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
        {t('to_templates')}
      </Link>
      <Link to={paths.home} className={buttonClass()}>
        {t('to_home')}
      </Link>
    </p>
  )
}
