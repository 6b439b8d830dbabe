import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { keyActions, keysOf, keyText } from '../../executions/player/keys/key-map.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { PageHeading } from '../PageHeading.tsx'
import { paths } from '../paths.ts'
import { usePreferences } from '../preferences.ts'
import styles from './help.module.css'

/** All keys, in the app and in a run. */
export function ShortcutsPage() {
  const t = useTranslations('help')
  const key = useTranslations('keys')
  const [text, type] = useState('')
  const wanted = text.trim().toLowerCase()
  const general = [{ id: 'palette', keys: ['Ctrl K', '⌘ K'], text: t('key_palette') }]
  const choices = usePreferences('shortcuts')
  const player = keyActions.map(id => ({ id, keys: keysOf(id, choices).map(keyText), text: key(id) }))
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
        const fitting = rows.filter(row => `${row.text} ${row.keys.join(' ')}`.toLowerCase().includes(wanted))
        return fitting.length === 0 ? null : (
          <section key={id} aria-labelledby={id} className={styles['topic']}>
            <h2 id={id}>{t(id)}</h2>
            <dl className={styles['keys']}>
              {fitting.map(row => (
                <div key={row.id}>
                  <dt>
                    {row.keys.map(one => (
                      <span key={one}>
                        <Kbd>{one}</Kbd>{' '}
                      </span>
                    ))}
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
