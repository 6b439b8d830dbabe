import { useFormatter, useTranslations } from 'use-intl'
import { themes } from '../appearance.ts'
import { ChoiceSetting, RangeSetting } from './Setting.tsx'
import styles from './settings.module.css'

/** Light or dark, and how large: what one sees from the first page on. */
export function BasicAppearance() {
  const t = useTranslations('settings')
  const account = useTranslations('account')
  const format = useFormatter()
  return (
    <>
      <ChoiceSetting
        section="appearance"
        field="theme"
        label={t('theme')}
        help={t('theme_help')}
        options={themes.map(theme => ({ value: theme, label: account(`theme_${theme}`) }))}
      />
      <RangeSetting
        section="appearance"
        field="text_percent"
        label={t('text_size')}
        help={t('text_size_help')}
        from={100}
        to={200}
        step={10}
        textOf={value => format.number(value / 100, { style: 'percent' })}
      />
    </>
  )
}

export function AppearanceSettings() {
  const t = useTranslations('settings')
  const option = (value: string, label: string) => ({ value, label })
  return (
    <div className={styles['group']}>
      <BasicAppearance />
      <ChoiceSetting
        section="appearance"
        field="density"
        label={t('density')}
        options={[option('comfortable', t('density_comfortable')), option('compact', t('density_compact'))]}
      />
      <ChoiceSetting
        section="appearance"
        field="font"
        label={t('font')}
        help={t('font_help')}
        options={[option('hyperlegible', t('font_hyperlegible')), option('system', t('font_system'))]}
      />
      <ChoiceSetting
        section="appearance"
        field="spacing"
        label={t('spacing')}
        help={t('spacing_help')}
        options={[option('normal', t('spacing_normal')), option('wide', t('spacing_wide'))]}
      />
      <ChoiceSetting
        section="appearance"
        field="motion"
        label={t('motion')}
        options={[option('system', t('motion_system')), option('reduced', t('motion_reduced'))]}
      />
    </div>
  )
}
