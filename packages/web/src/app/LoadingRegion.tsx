import { useEffect, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import styles from './loading-region.module.css'

/** After this long, waiting without a word is worse than a word. */
const patience = 4_000

interface LoadingRegionProps {
  readonly onRetry?: () => void
  /** Skeletons of what is to come. */
  readonly children: ReactNode
}

export function LoadingRegion({ onRetry, children }: LoadingRegionProps) {
  const t = useTranslations('common')
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div aria-busy className={styles['region']}>
      <output className={isLong ? styles['long'] : 'visually-hidden'}>
        {isLong ? t('still_loading') : t('loading')}{' '}
        {isLong && onRetry ? <Button onPress={onRetry}>{t('retry')}</Button> : null}
      </output>
      {children}
    </div>
  )
}
