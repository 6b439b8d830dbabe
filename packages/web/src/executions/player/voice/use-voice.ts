import { useEffect, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { preferences, usePreferences, type Consent } from '../../../app/preferences.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import type { Saying } from '../command/exchange.ts'
import { useTalk } from '../command/use-conversation.ts'
import { Ear, type EarState } from './ear.ts'
import type { Command } from './grace.ts'
import { makeRecognition, staysOnDevice } from './recognition.ts'
import { speak, speaking } from './speech.ts'
import { useGrace } from './use-grace.ts'

export interface Voice {
  readonly state: EarState
  /** What was heard and is about to be done, unless somebody says no. */
  readonly pending: string | null
  readonly drop: () => void
  readonly isAsking: boolean
  readonly answerConsent: (consent: Consent) => void
  readonly press: () => void
  readonly release: () => void
}

/** What was said, without the word that calls the workshop. */
const withoutCall = (text: string, call: string): string =>
  text.toLowerCase().startsWith(call.toLowerCase()) ? text.slice(call.length).replace(/^[\s,.!]+/, '') : text

/** Talking with a run: what is heard goes the way of what is typed. */
export function useVoice(): Voice {
  const t = useTranslations('voice')
  const tCommand = useTranslations('command')
  const locale = useLocale()
  const toast = useToast()
  const { mode, consent, read_aloud: readsAloud } = usePreferences('voice')
  const { executionId, hear, reply } = useTalk()
  const [state, setState] = useState<EarState>('off')
  const [isAsking, setAsking] = useState(false)
  const ear = useRef<Ear | null>(null)
  const hearing = useRef(Promise.resolve())

  const answer = async ({ saying, heard }: Command) => {
    try {
      const exchange = await reply(saying, heard)
      if (mode === 'hands_free' || readsAloud) void speak([{ text: exchange.answer.speech, lang: heard.language }])
    } catch {
      toast({ text: tCommand('no_language') })
    }
  }
  const grace = useGrace(executionId, answer)
  const onHeard = async (said: string) => {
    const saying: Saying = { type: 'words', text: withoutCall(said, t('call')) }
    const heard = await hear(saying)
    if (heard === null) return toast({ text: tCommand('no_language') })
    // Talk in the room is no mistake that has to be told.
    if (mode === 'hands_free' && heard.understanding.kind === 'unknown') return
    if (mode === 'hands_free') grace.hear({ saying, heard })
    else grace.run({ saying, heard })
  }
  const create = async () => {
    const isLocal = await staysOnDevice(locale)
    if (consent === true || (consent === 'on_device' && isLocal)) return makeRecognition(locale, isLocal)
    setAsking(true)
    return null
  }
  const latest = useRef({ onHeard, create })
  useEffect(() => {
    latest.current = { onHeard, create }
  })
  const listening = (): Ear => {
    ear.current ??= new Ear({
      create: () => latest.current.create(),
      // One after the other, in the order in which it was said.
      onHeard: text => {
        hearing.current = hearing.current.then(() => latest.current.onHeard(text)).catch(() => undefined)
      },
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
      ear.current?.stop()
    }
  }, [])

  const isKept = mode === 'toggle' || mode === 'hands_free'
  return {
    state,
    pending: grace.pending,
    drop: grace.drop,
    isAsking,
    answerConsent: given => {
      setAsking(false)
      preferences.change('voice', { consent: given, ...(given !== false && mode === 'off' ? { mode: 'hold' } : {}) })
    },
    press: () => {
      if (consent === null) setAsking(true)
      else if (consent === false)
        toast({ text: t('denied'), action: { label: t('ask_again'), run: () => setAsking(true) } })
      else if (isKept && state !== 'off') listening().stop()
      else listening().start(isKept)
    },
    release: () => {
      if (!isKept) ear.current?.stop()
    },
  }
}
