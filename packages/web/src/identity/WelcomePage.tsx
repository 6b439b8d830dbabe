import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { BasicAppearance } from '../app/settings/AppearanceSettings.tsx'
import { InterfaceLanguage, UnitSetting } from '../app/settings/LanguageSettings.tsx'
import { SoundTest } from '../app/settings/TimerSettings.tsx'
import { buttonClass } from '../ui/button-class.ts'
import styles from './setup/setup.module.css'
import { useMe } from './use-me.ts'

/** For whoever has just joined: how they see, read and hear the app. Each answer is kept at once, and all can be passed over. */
export function WelcomePage() {
  const t = useTranslations('welcome')
  const settings = useTranslations('settings')
  const { data: me } = useMe()
  return (
    <main id="main" tabIndex={-1} className={styles['page']}>
      <div className={styles['card']}>
        <PageHeading title={t('title', { name: me?.display_name ?? '' })} lead={t('lead')} />
        <div className={styles['form']}>
          <InterfaceLanguage />
          <UnitSetting />
          <BasicAppearance />
          <h2>{settings('sound')}</h2>
          <p className={styles['skip']}>{t('sound_lead')}</p>
          <SoundTest />
        </div>
        <div className={styles['foot']}>
          <Link to={paths.home} className={buttonClass({ variant: 'primary', size: 'large' })}>
            {t('go')}
          </Link>
        </div>
      </div>
    </main>
  )
}
