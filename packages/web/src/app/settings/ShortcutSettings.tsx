import { useTranslations } from 'use-intl'
import { KeyTable } from '../../executions/player/keys/KeyTable.tsx'
import { SwitchSetting } from './Setting.tsx'
import styles from './settings.module.css'

export function ShortcutSettings() {
  const t = useTranslations('settings')
  return (
    <div className={styles['group']}>
      <SwitchSetting section="shortcuts" field="single_keys" label={t('single_keys')} help={t('single_keys_help')} />
      <KeyTable />
    </div>
  )
}
