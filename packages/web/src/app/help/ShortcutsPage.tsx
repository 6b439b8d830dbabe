import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isRange, keyActions, keysOf } from '../../executions/player/keys/key-map.ts'
import { KeyRow } from '../../executions/player/keys/KeyRow.tsx'
import { useKeyText } from '../../ui/KeyCap.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { PageHeading } from '../PageHeading.tsx'
import { paths } from '../paths.ts'
import { usePreferences } from '../preferences.ts'
import styles from './help.module.css'

/** All keys, in the app and in a run. */
export function ShortcutsPage() {
  const t = useTranslations('help')
  const key = useTranslations('keys')
  const keyText = useKeyText()
  const [text, type] = useState('')
  const choices = usePreferences('shortcuts')
  const wanted = text.trim().toLowerCase()
  const general = [{ id: 'palette', keys: ['Ctrl+k'], isRange: false, text: t('key_palette') }]
  const player = keyActions.flatMap(action => {
    const keys = keysOf(action, choices)
    // Without single keys some have none: they have a button.
    if (keys.length === 0) return []
    return [{ id: action, keys, isRange: isRange(action), text: key(action) }]
  })
  const groups = [
    { id: 'everywhere', rows: general },
    { id: 'in_a_run', rows: player },
  ] as const
  return (
    <div className={styles['page']}>
      <PageHeading title={t('keys_title')} lead={t('keys_lead')} />
      <SearchField label={t('search_keys')} clearLabel={t('clear')} value={text} onChange={type} />
      <p>
        <Link to={paths.settingsSection} params={{ section: 'shortcuts' }}>
          {t('change_keys')}
        </Link>
      </p>
      {groups.map(({ id, rows }) => {
        const fitting = rows.filter(row =>
          `${row.text} ${row.keys.map(keyText).join(' ')}`.toLowerCase().includes(wanted),
        )
        return fitting.length === 0 ? null : (
          <section key={id} aria-labelledby={id} className={styles['topic']}>
            <h2 id={id}>{t(id)}</h2>
            <dl className={styles['keys']}>
              {fitting.map(row => (
                <div key={row.id}>
                  <dt>
                    <KeyRow keys={row.keys} isRange={row.isRange} />
                  </dt>
                  <dd>{row.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}
