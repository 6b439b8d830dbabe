import { useState, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { preferences, usePreferences } from '../../../app/preferences.ts'
import { Button } from '../../../ui/Button.tsx'
import { useKeyText } from '../../../ui/KeyCap.tsx'
import { nameOfKey } from '../use-shortcuts.ts'
import { changeableKeys, isRange, keyActions, keysOf, ownerOf, type KeyAction } from './key-map.ts'
import { KeyRow } from './KeyRow.tsx'
import styles from './key-table.module.css'

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'Tab', 'Escape', 'Enter', ' '])

/** All keys of the player, as this person has them; each that may be changed can be given another one. */
export function KeyTable() {
  const t = useTranslations('keys')
  const keyText = useKeyText()
  const choices = usePreferences('shortcuts')
  const [waiting, setWaiting] = useState<KeyAction | null>(null)
  const [said, setSaid] = useState('')
  const give = (action: KeyAction, event: KeyboardEvent) => {
    if (waiting !== action) return
    // Tab and Escape keep their meaning, also while a key is waited for.
    if (event.key === 'Escape' || event.key === 'Tab') setWaiting(null)
    if (modifiers.has(event.key)) return
    event.preventDefault()
    const key = nameOfKey(event.nativeEvent)
    const owner = ownerOf(key, action, choices)
    if (owner !== null) {
      setSaid(t('taken', { key: keyText(key), what: t(owner) }))
      return
    }
    preferences.change('shortcuts', { keys: { ...choices.keys, [action]: key } })
    setSaid(t('given', { key: keyText(key), what: t(action) }))
    setWaiting(null)
  }
  return (
    <>
      <dl className={styles['keys']}>
        {keyActions.map(action => (
          <div key={action}>
            <dt>
              <KeyRow keys={keysOf(action, choices)} isRange={isRange(action)} />
            </dt>
            <dd>{t(action)}</dd>
            {changeableKeys.includes(action) && choices.single_keys ? (
              <dd className={styles['change']} onKeyDownCapture={event => give(action, event)}>
                <Button
                  variant="quiet"
                  aria-label={t('change_for', { what: t(action) })}
                  aria-pressed={waiting === action}
                  onPress={() => {
                    setWaiting(action)
                    setSaid(t('press', { what: t(action) }))
                  }}
                >
                  {waiting === action ? t('waiting') : t('change')}
                </Button>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      <output className={styles['said']}>{said}</output>
      {Object.keys(choices.keys).length > 0 ? (
        <Button
          onPress={() => {
            preferences.change('shortcuts', { keys: {} })
            setSaid(t('reset_done'))
          }}
        >
          {t('reset')}
        </Button>
      ) : null}
    </>
  )
}
