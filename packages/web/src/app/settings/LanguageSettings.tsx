import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Select } from '../../ui/Select.tsx'
import { useApi } from '../api.ts'
import { useLanguageName } from '../content-language.ts'
import { interfaceLanguages } from '../i18n.ts'
import { pseudoLocales } from '../pseudo-locales.ts'
import { ownName } from '../language.ts'
import { ChoiceSetting, Setting } from './Setting.tsx'
import styles from './settings.module.css'
import { usePreference } from './use-preference.ts'

/** Stands for "as the browser says", which is no language. */
const automatic = 'auto'

/** What buttons, menus and messages speak. */
export function InterfaceLanguage() {
  const t = useTranslations('settings')
  const spoken = usePreference('language', 'interface')
  const pseudo = import.meta.env.PROD ? [] : pseudoLocales
  const known = spoken.value === null || [...interfaceLanguages, ...pseudo].includes(spoken.value)
  return (
    <Setting isSaved={spoken.isSaved}>
      <Select
        label={t('interface_language')}
        help={t('interface_language_help')}
        options={[
          { value: automatic, label: t('as_browser') },
          ...interfaceLanguages.map(tag => ({ value: tag, label: ownName(tag), lang: tag })),
          ...(known ? pseudo : [spoken.value ?? '']).map(tag => ({ value: tag, label: tag })),
        ]}
        value={spoken.value ?? automatic}
        onChange={value => spoken.change(value === automatic ? null : value)}
      />
    </Setting>
  )
}

/** In which units quantities are shown. */
export function UnitSetting() {
  const t = useTranslations('settings')
  return (
    <ChoiceSetting
      section="language"
      field="units"
      label={t('units')}
      help={t('units_help')}
      options={(['as_written', 'metric', 'imperial'] as const).map(value => ({ value, label: t(`units_${value}`) }))}
    />
  )
}

export function LanguageSettings() {
  const t = useTranslations('settings')
  const { client } = useApi()
  const name = useLanguageName()
  const content = usePreference('language', 'content')
  // Languages that there are workflows in, or translations of some into.
  const facets = useQuery({
    queryKey: ['workflows', 'facets'],
    queryFn: ({ signal }) => client.workflows.facets({}, { signal }),
  })
  const offered = new Set([...interfaceLanguages, ...(facets.data?.language.map(({ value }) => value) ?? [])])
  if (content.value !== null) offered.add(content.value)
  return (
    <div className={styles['group']}>
      <InterfaceLanguage />
      <Setting isSaved={content.isSaved}>
        <Select
          label={t('content_language')}
          help={t('content_language_help')}
          options={[
            { value: automatic, label: t('as_interface') },
            ...[...offered].toSorted().map(tag => ({ value: tag, label: name(tag) })),
          ]}
          value={content.value ?? automatic}
          onChange={value => content.change(value === automatic ? null : value)}
        />
      </Setting>
      <UnitSetting />
    </div>
  )
}
