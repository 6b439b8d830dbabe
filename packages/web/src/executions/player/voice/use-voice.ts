import { useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { preferences, usePreferences } from '../../../app/preferences.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import type { Saying } from '../command/exchange.ts'
import type { Heard } from '../command/hearing.ts'
import { isWrite, useTalk } from '../command/use-conversation.ts'
import { Ear, type EarState } from './ear.ts'
import { recognitionClass, staysOnDevice } from './recognition.ts'
import { speak, speaking } from './speech.ts'

/** How long what was heard waits before it is done; milliseconds. */
const grace = 4_000

export interface Voice {
  readonly state: EarState
  /** What was heard and is about to be done, unless somebody says no. */
  readonly pending: string | null
  readonly drop: () => void
  readonly isAsking: boolean
  readonly answerConsent: (isAllowed: boolean) => void
  readonly press: () => void
  readonly release: () => void
}

/** What was said, without the word that calls the workshop. */
const withoutCall = (text: string, call: string): string =>
  text.toLowerCase().startsWith(call.toLowerCase()) ? text.slice(call.length).replace(/^[\s,.!]+/, '') : text

/** Talking with a run: what is heard goes the way of what is typed. */
export function useVoice(): Voice {
  const t = useTranslations('voice')
  const locale = useLocale()
  const toast = useToast()
  const { mode, consent, read_aloud: readsAloud } = usePreferences('voice')
  const { hear, reply } = useTalk()
  const [state, setState] = useState<EarState>('off')
  const [pending, setPending] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ear = useRef<Ear | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const answer = async (saying: Saying, heard: Heard) => {
    setPending(null)
    const exchange = await reply(saying, heard)
    if (mode === 'hands_free' || readsAloud) await speak([{ text: exchange.answer.speech, lang: heard.language }])
  }
  const onHeard = async (said: string) => {
    const saying: Saying = { type: 'words', text: withoutCall(said, t('call')) }
    const heard = await hear(saying)
    // Talk in the room is no mistake that has to be told.
    if (heard === null || (mode === 'hands_free' && heard.understanding.kind === 'unknown')) return
    if (mode !== 'hands_free' || !isWrite(heard)) return await answer(saying, heard)
    setPending(saying.text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void answer(saying, heard), grace)
  }
  const latest = useRef(onHeard)
  useEffect(() => {
    latest.current = onHeard
  })
  const create = () => {
    const Recognition = recognitionClass()
    if (Recognition === null) throw new Error('This browser has no speech recognition.')
    const recognition = new Recognition()
    recognition.lang = locale
    recognition.continuous = true
    recognition.interimResults = false
    if ('processLocally' in recognition)
      void staysOnDevice(locale).then(isLocal => (recognition.processLocally = isLocal))
    return recognition
  }
  const listening = (): Ear => {
    ear.current ??= new Ear({
      create,
      onHeard: text => void latest.current(text),
      onState: setState,
      onTrouble: trouble => toast({ text: t(trouble) }),
      wait: (run, delay) => void setTimeout(run, delay),
    })
    return ear.current
  }
  useEffect(() => {
    const follow = () => (speaking.get() ? ear.current?.pause() : ear.current?.resume())
    const stop = speaking.subscribe(follow)
    return () => {
      stop()
      clearTimeout(timer.current)
      ear.current?.stop()
    }
  }, [])

  const isKept = mode === 'toggle' || mode === 'hands_free'
  return {
    state,
    pending,
    drop: () => {
      clearTimeout(timer.current)
      setPending(null)
    },
    isAsking,
    answerConsent: isAllowed => {
      setAsking(false)
      preferences.change('voice', { consent: isAllowed, ...(isAllowed && mode === 'off' ? { mode: 'hold' } : {}) })
    },
    press: () => {
      if (consent === null) setAsking(true)
      else if (!consent) toast({ text: t('denied'), action: { label: t('ask_again'), run: () => setAsking(true) } })
      else if (isKept && state !== 'off') listening().stop()
      else listening().start(isKept)
    },
    release: () => {
      if (!isKept && state !== 'off') listening().stop()
    },
  }
}
