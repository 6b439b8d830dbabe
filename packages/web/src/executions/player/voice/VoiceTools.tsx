import { Mic, MicOff, Square, Volume2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { usePreferences } from '../../../app/preferences.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { keysOf } from '../keys/key-map.ts'
import { nameOfKey } from '../use-shortcuts.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { recognitionClass } from './recognition.ts'
import { canSpeak } from './speech.ts'
import { useReadAloud } from './use-read-aloud.ts'
import { useVoice, type Voice } from './use-voice.ts'
import styles from './voice.module.css'

/** The ears and the mouth of the player, as far as the browser has any. */
export function VoiceTools({ stepId }: { readonly stepId: number | null }) {
  const { mode, consent } = usePreferences('voice')
  const canListen = recognitionClass() !== null && (mode !== 'off' || consent === null)
  return (
    <>
      {canSpeak() ? <ReadAloudButton stepId={stepId} /> : null}
      {canListen ? <Microphone /> : null}
    </>
  )
}

function ReadAloudButton({ stepId }: { readonly stepId: number | null }) {
  const t = useTranslations('voice')
  const { isReading, toggle } = useReadAloud(stepId)
  return (
    <IconButton data-read-aloud label={t(isReading ? 'stop_reading' : 'read')} onPress={toggle}>
      {isReading ? <Square aria-hidden size={24} /> : <Volume2 aria-hidden size={24} />}
    </IconButton>
  )
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')

/** Talks while the key is held. */
function useTalkKey({ press, release }: Voice): void {
  const choices = usePreferences('shortcuts')
  useEffect(() => {
    const isTalk = (event: KeyboardEvent) => keysOf('talk', choices).includes(nameOfKey(event))
    const down = (event: KeyboardEvent) => {
      if (event.repeat || isWriting(event.target) || !isTalk(event)) return
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null) press()
    }
    const up = (event: KeyboardEvent) => {
      if (isTalk(event)) release()
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [choices, press, release])
}

function Microphone() {
  const t = useTranslations('voice')
  const voice = useVoice()
  const { mode } = usePreferences('voice')
  useTalkKey(voice)
  const isOn = voice.state !== 'off'
  const isHeld = mode === 'hold' || mode === 'off'
  return (
    <>
      <IconButton
        data-microphone
        data-state={voice.state}
        label={t(isOn ? 'listening' : isHeld ? 'hold' : 'talk')}
        onPressStart={voice.press}
        onPressEnd={voice.release}
      >
        {isOn ? <Mic aria-hidden size={24} className={styles['on']} /> : <MicIcon isDenied={mode === 'off'} />}
      </IconButton>
      <output className="visually-hidden">{t(`state_${voice.state}`)}</output>
      {voice.pending === null ? null : (
        <div className={styles['heard']}>
          <Banner tone="info" announce="status" actions={<Button onPress={voice.drop}>{t('not_that')}</Button>}>
            {t('heard', { text: voice.pending })}
          </Banner>
        </div>
      )}
      {voice.isAsking ? <ConsentDialog onAnswer={voice.answerConsent} /> : null}
    </>
  )
}

const MicIcon = ({ isDenied }: { readonly isDenied: boolean }) =>
  isDenied ? <MicOff aria-hidden size={24} /> : <Mic aria-hidden size={24} />
