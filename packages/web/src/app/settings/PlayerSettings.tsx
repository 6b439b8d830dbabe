import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { ChoiceSetting, RangeSetting, Setting, SwitchSetting } from './Setting.tsx'
import styles from './settings.module.css'
import { usePreference } from './use-preference.ts'

const consentTexts = { true: 'consent_given', on_device: 'consent_on_device', false: 'consent_none' } as const

export function PlayerSettings() {
  const t = useTranslations('settings')
  const format = useFormatter()
  const hints = usePreference('player', 'seen_hints')
  const consent = usePreference('voice', 'consent')
  const seconds = (value: number) =>
    format.number(value / 1000, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 })
  return (
    <>
      <section aria-labelledby="steps" className={styles['group']}>
        <h2 id="steps">{t('steps')}</h2>
        <ChoiceSetting
          section="player"
          field="view"
          label={t('view')}
          help={t('view_help')}
          options={(['focus', 'story'] as const).map(value => ({ value, label: t(`view_${value}`) }))}
        />
        <SwitchSetting section="player" field="bench" label={t('bench')} help={t('bench_help')} />
        <SwitchSetting section="player" field="one_tap" label={t('one_tap')} help={t('one_tap_help')} />
        <ChoiceSetting
          section="player"
          field="usage"
          label={t('usage')}
          help={t('usage_help')}
          options={(['optional', 'required', 'off'] as const).map(value => ({ value, label: t(`usage_${value}`) }))}
        />
      </section>
      <section aria-labelledby="touch" className={styles['group']}>
        <h2 id="touch">{t('touch')}</h2>
        <ChoiceSetting
          section="player"
          field="swipe"
          label={t('swipe')}
          options={(['steps', 'pages', 'off'] as const).map(value => ({ value, label: t(`swipe_${value}`) }))}
        />
        <RangeSetting
          section="player"
          field="hold_ms"
          label={t('hold')}
          help={t('hold_help')}
          from={300}
          to={1500}
          step={100}
          textOf={seconds}
        />
        {hints.value.length > 0 || hints.isSaved ? (
          <Setting isSaved={hints.isSaved}>
            <Button onPress={() => hints.change([])}>{t('hints_again')}</Button>
          </Setting>
        ) : null}
      </section>
      <section aria-labelledby="voice" className={styles['group']}>
        <h2 id="voice">{t('voice')}</h2>
        <ChoiceSetting
          section="voice"
          field="mode"
          label={t('voice_mode')}
          help={t('voice_help')}
          options={(['off', 'hold', 'toggle', 'hands_free'] as const).map(value => ({
            value,
            label: t(`voice_${value}`),
          }))}
        />
        <SwitchSetting section="voice" field="read_aloud" label={t('read_aloud')} help={t('read_aloud_help')} />
        {consent.value === null && !consent.isSaved ? null : (
          <Setting isSaved={consent.isSaved}>
            <div>
              <p className={styles['text']}>{t(consentTexts[`${consent.value ?? false}`])}</p>
              {consent.value === null ? null : (
                <Button onPress={() => consent.change(null)}>{t('consent_again')}</Button>
              )}
            </div>
          </Setting>
        )}
      </section>
    </>
  )
}
