import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../PageHeading.tsx'
import { paths } from '../paths.ts'
import styles from './settings.module.css'
import { useSections } from './use-sections.ts'

/** What there is to set, in words; each has a page. */
export function SettingsPage() {
  const t = useTranslations('settings')
  const named = useTranslations('sections')
  const sections = useSections()
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <ul className={styles['cards']}>
        {sections.map(({ id, icon: Icon }) => (
          <li key={id}>
            <Link to={paths.settingsSection} params={{ section: id }} className={styles['card'] ?? ''}>
              <Icon aria-hidden size={22} />
              <strong>{named(`${id}_title`)}</strong>
              <span>{named(`${id}_lead`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
