import { getRouteApi, Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { NotFoundPage } from '../ErrorState.tsx'
import { PageHeading } from '../PageHeading.tsx'
import { paths } from '../paths.ts'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { DeviceSettings } from './DeviceSettings.tsx'
import { LanguageSettings } from './LanguageSettings.tsx'
import { PeopleSettings } from './people/PeopleSettings.tsx'
import { PlayerSettings } from './PlayerSettings.tsx'
import { ProfileSettings } from './ProfileSettings.tsx'
import { settingsSections, type SettingsSection } from './sections.ts'
import styles from './settings.module.css'
import { ShortcutSettings } from './ShortcutSettings.tsx'
import { TimerSettings } from './TimerSettings.tsx'
import { useSections } from './use-sections.ts'

const route = getRouteApi('/inside/shell/settings/$section')

const bodies: Readonly<Record<SettingsSection, ComponentType>> = {
  profile: ProfileSettings,
  appearance: AppearanceSettings,
  language: LanguageSettings,
  player: PlayerSettings,
  shortcuts: ShortcutSettings,
  timers: TimerSettings,
  devices: DeviceSettings,
  people: PeopleSettings,
}

/** One page of the settings; what is changed is kept at once. */
export function SettingsSectionPage() {
  const t = useTranslations('settings')
  const named = useTranslations('sections')
  const sections = useSections()
  const { section } = route.useParams()
  const id = settingsSections.find(one => one.id === section)?.id
  if (id === undefined) return <NotFoundPage />
  const Body = bodies[id]
  return (
    <div className={styles['columns']}>
      <nav aria-label={t('title')} className={styles['sections']}>
        {sections.map(one => (
          <Link key={one.id} to={paths.settingsSection} params={{ section: one.id }}>
            <one.icon aria-hidden size={20} />
            {named(`${one.id}_title`)}
          </Link>
        ))}
      </nav>
      <div className={styles['body']} key={id}>
        <Link to={paths.settings} className={styles['up'] ?? ''}>
          <ChevronLeft aria-hidden size={18} className="flip" />
          {t('all')}
        </Link>
        <PageHeading title={named(`${id}_title`)} lead={named(`${id}_lead`)} />
        <Body />
      </div>
    </div>
  )
}
