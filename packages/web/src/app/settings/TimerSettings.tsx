import { useFormatter, useTranslations } from 'use-intl'
import { sampleTone } from '../../executions/timers/tone.ts'
import { useNotices } from '../../executions/timers/use-notices.ts'
import { Button } from '../../ui/Button.tsx'
import { useState } from 'react'
import { Setting, RangeSetting, SwitchSetting } from './Setting.tsx'
import styles from './settings.module.css'
import { useSaved } from './use-preference.ts'

/** Lets one hear what a timer sounds like, and says what to do if one does not. */
export function SoundTest() {
  const t = useTranslations('settings')
  const [heard, setHeard] = useState<'' | 'heard' | 'silent'>('')
  return (
    <div className={styles['row']}>
      <Button onPress={() => setHeard(sampleTone() ? 'heard' : 'silent')}>{t('test_sound')}</Button>
      <output>{heard === '' ? '' : t(`test_${heard}`)}</output>
    </div>
  )
}

/** Sound, and whether the device may show that a timer has ended while another tab is in front. */
export function TimerSettings() {
  const t = useTranslations('settings')
  const format = useFormatter()
  const { permission, ask } = useNotices()
  const { isSaved, mark } = useSaved()
  const allow = async () => {
    if ((await ask()) === 'granted') mark()
  }
  return (
    <>
      <section aria-labelledby="sound" className={styles['group']}>
        <h2 id="sound">{t('sound')}</h2>
        <SwitchSetting section="timers" field="sound" label={t('timer_sound')} help={t('timer_sound_help')} />
        <RangeSetting
          section="timers"
          field="volume"
          label={t('volume')}
          from={0.1}
          to={1}
          step={0.1}
          textOf={value => format.number(value, { style: 'percent' })}
        />
        <SoundTest />
      </section>
      <section aria-labelledby="notices" className={styles['group']}>
        <h2 id="notices">{t('notices')}</h2>
        <Setting isSaved={isSaved}>
          <div className={styles['row']}>
            <p className={styles['text']}>{t(`notices_${permission}`)}</p>
            {permission === 'default' ? <Button onPress={() => void allow()}>{t('notices_allow')}</Button> : null}
          </div>
        </Setting>
        <p className={styles['text']}>{t('timers_reliability')}</p>
      </section>
    </>
  )
}
