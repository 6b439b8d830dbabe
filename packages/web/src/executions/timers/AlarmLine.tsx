import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { keptScreen, useKeptScreen } from '../../app/kept-screen.ts'
import { preferences, usePreferences } from '../../app/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './timer-card.module.css'
import { useSoundState } from './tone.ts'
import { useNotices } from './use-notices.ts'

interface ConditionProps {
  readonly isMet: boolean
  readonly children: string
  readonly action?: ReactNode
}

const Condition = ({ isMet, children, action }: ConditionProps) => (
  <li data-met={isMet}>
    {isMet ? <Check aria-hidden size={16} /> : <TriangleAlert aria-hidden size={16} />}
    {children}
    {action}
  </li>
)

/** Whether one will notice the end of a timer: what it depends on, how that stands, and what can be mended here. */
export function AlarmLine() {
  const t = useTranslations('alarm')
  const { sound } = usePreferences('timers')
  const tone = useSoundState()
  const screen = useKeptScreen()
  const notices = useNotices()
  const isHeard = sound && tone === 'ready'
  const turnOn = (label: string, onPress: () => void) => (
    <Button variant="quiet" aria-label={label} onPress={onPress}>
      {t('turn_on')}
    </Button>
  )
  return (
    <div className={styles['conditions']}>
      <strong>{t(isHeard || notices.permission === 'granted' ? 'will_ring' : 'is_shown')}</strong>
      <ul className={styles['conditions']}>
        <Condition isMet>{t('tab')}</Condition>
        <Condition
          isMet={isHeard}
          action={sound ? null : turnOn(t('turn_on_sound'), () => preferences.change('timers', { sound: true }))}
        >
          {sound ? t(`sound_${tone}`) : t('sound_off')}
        </Condition>
        <Condition
          isMet={screen.state === 'on'}
          action={screen.isWanted ? null : turnOn(t('turn_on_screen'), () => keptScreen.want(true))}
        >
          {screen.isWanted ? t(`screen_${screen.state}`) : t('screen_off')}
        </Condition>
        <Condition
          isMet={notices.permission === 'granted'}
          action={notices.permission === 'default' ? turnOn(t('turn_on_notices'), () => void notices.ask()) : null}
        >
          {t(`notices_${notices.permission}`)}
        </Condition>
      </ul>
    </div>
  )
}
