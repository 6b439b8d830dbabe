import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Range } from '../../ui/Range.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Preferences } from '../preferences.ts'
import styles from './settings.module.css'
import { usePreference } from './use-preference.ts'

/** A field of the settings, and beside it that it was saved. */
export function Setting({ isSaved, children }: { readonly isSaved: boolean; readonly children: ReactNode }) {
  const t = useTranslations('settings')
  return (
    <div className={styles['setting']}>
      {children}
      <output className={styles['saved']}>
        {isSaved ? (
          <>
            <Check aria-hidden size={16} /> {t('saved')}
          </>
        ) : null}
      </output>
    </div>
  )
}

/** The fields of a section of the preferences whose values are of a kind. */
type FieldsOf<S extends keyof Preferences, Value> = {
  [F in keyof Preferences[S]]: Preferences[S][F] extends Value ? F : never
}[keyof Preferences[S]]

interface Field<S extends keyof Preferences, Value> {
  readonly section: S
  readonly field: FieldsOf<S, Value>
  readonly label: string
  readonly help?: string
}

export function ChoiceSetting<S extends keyof Preferences>({
  section,
  field,
  options,
  ...texts
}: Field<S, string> & { readonly options: readonly { readonly value: string; readonly label: string }[] }) {
  const { value, change, isSaved } = usePreference(section, field)
  return (
    <Setting isSaved={isSaved}>
      <Select
        {...texts}
        options={options}
        value={String(value)}
        onChange={next => change(next as Preferences[S][typeof field])}
      />
    </Setting>
  )
}

export function SwitchSetting<S extends keyof Preferences>({ section, field, label, help }: Field<S, boolean>) {
  const { value, change, isSaved } = usePreference(section, field)
  return (
    <Setting isSaved={isSaved}>
      <Checkbox isSelected={Boolean(value)} onChange={next => change(next as Preferences[S][typeof field])}>
        {label}
        {help ? <span className={styles['help']}>{help}</span> : null}
      </Checkbox>
    </Setting>
  )
}

interface Scale {
  readonly from: number
  readonly to: number
  readonly step: number
  readonly textOf: (value: number) => string
}

export function RangeSetting<S extends keyof Preferences>({
  section,
  field,
  textOf,
  ...rest
}: Field<S, number> & Scale) {
  const { value, change, isSaved } = usePreference(section, field)
  return (
    <Setting isSaved={isSaved}>
      <Range
        {...rest}
        value={Number(value)}
        text={textOf(Number(value))}
        onChange={next => change(next as Preferences[S][typeof field])}
      />
    </Setting>
  )
}
