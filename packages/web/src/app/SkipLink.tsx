import { useTranslations } from 'use-intl'
import styles from './skip-link.module.css'

export function SkipLink() {
  const t = useTranslations('nav')
  return (
    <a
      href="#main"
      className={styles['skip']}
      onClick={event => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('skip')}
    </a>
  )
}
