import { questionLapses, type Question } from '@hidesync/domain/navigation/converse/answer'
import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'
import { uuidV7 } from '../../../app/uuid-v7.ts'
import { wantedLanguages } from '../../../app/language.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import { useHistoryLines } from '../log/use-history.ts'
import { said, useOwnKey } from '../own-things.ts'
import { callField } from '../../../app/called-field.ts'
import type { Place } from '../use-place.ts'
import type { Player } from '../use-player.ts'
import { exchangesOf, keepExchange, passInView, type Exchange, type Saying } from './exchange.ts'
import type { Heard } from './hearing.ts'

/** Loaded when somebody first says something, and kept by the browser for when there is no network. */
const loadTalk = () => Promise.all([import('./talk.ts'), import('./give.ts')])

export interface Conversation {
  readonly executionId: number
  /** What was said in this run, the oldest first. */
  readonly exchanges: readonly Exchange[]
  /** The answer that is in view; null: it was put away. */
  readonly shown: Exchange | null
  readonly putAway: () => void
  readonly isThinking: boolean
  /** Where there is little room the line to type in is opened first. */
  readonly isBarOpen: boolean
  readonly openBar: () => void
  readonly closeBar: () => void
  /** What a sentence means; does nothing. Null: it cannot be told on this device now. */
  readonly hear: (saying: Saying) => Promise<Heard | null>
  /** Does what was meant, and answers. */
  readonly reply: (saying: Saying, heard: Heard) => Promise<Exchange>
  /** Both, one after the other. Null: it could not be understood for want of a language. */
  readonly say: (saying: Saying) => Promise<Exchange | null>
}

export const ConversationContext = createContext<Conversation | null>(null)

export function useTalk(): Conversation {
  const conversation = use(ConversationContext)
  if (conversation === null) throw new Error('useTalk() was called outside of <ConversationContext>.')
  return conversation
}

/** What was asked last and still waits for a yes. */
function openQuestion(last: Exchange | undefined, sequence: number, now: number): Question | null {
  const question = last?.answer.question ?? null
  if (last === undefined || question === null || now - last.at > questionLapses) return null
  return last.sequence === sequence ? question : { type: 'changed' }
}

/** Talks with a run, in words: all of it in the browser, so that it goes on without a network. */
export function useConversation(player: Player, place: Place): Conversation {
  const t = useTranslations('command')
  const locale = useLocale()
  const toast = useToast()
  const { runs } = useApi()
  const executionId = player.execution.id
  const loadHistory = useHistoryLines(executionId)
  const key = useOwnKey(executionId, said)
  const store = exchangesOf(key)
  const exchanges = useSyncExternalStore(store.subscribe, store.get)
  const [shownId, setShownId] = useState<string | null>(null)
  const [isThinking, setThinking] = useState(false)
  const [isBarOpen, setBarOpen] = useState(false)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ player, place })
  useEffect(() => {
    latest.current = { player, place }
  })

  return useMemo(() => {
    const runNow = async (language: string, withHistory = false) => {
      const [{ runOf }] = await loadTalk()
      const { execution, workflow, commands } = latest.current.player
      const history = withHistory ? await loadHistory() : []
      // What was said before may be done and not drawn yet.
      const state = runs.view(executionId).get()?.play.state ?? commands.state
      return runOf({ execution, workflow, state, locale: language, at: Date.now(), history })
    }
    const hear = async (saying: Saying): Promise<Heard | null> => {
      // Without a connection it may be that what understands was never loaded.
      const talk = await loadTalk().catch(() => null)
      if (talk === null) return null
      const [{ hear: understand }] = talk
      return await understand(await runNow(locale), saying, wantedLanguages())
    }
    const reply = async (saying: Saying, heard: Heard): Promise<Exchange> => {
      const [{ answerTo }, { give }] = await loadTalk()
      const { understanding, language } = heard
      const readings = understanding.kind === 'unknown' ? [] : understanding.readings
      const isLocal = locale.startsWith(language)
      const run = await runNow(
        isLocal ? locale : language,
        readings.some(({ intent }) => intent === 'history'),
      )
      const { current_step_id, sequence } = run.state
      const question = openQuestion(store.get().at(-1), sequence, Date.now())
      const { run: after, ...answer } = await answerTo(
        run,
        { text: saying.text, understanding, question },
        (now, asked) =>
          give(now, asked, {
            run: ask => latest.current.player.commands.run(ask),
            look: stepId => latest.current.place.look(stepId),
            notDone: t('not_done'),
            now: Date.now,
          }),
      )
      const exchange: Exchange = {
        id: uuidV7(),
        at: Date.now(),
        said: saying.text,
        step_id: current_step_id,
        sequence: after.state.sequence,
        offered_at: passInView(after.state),
        answer: { ...answer, language },
      }
      keepExchange(key, exchange)
      setShownId(exchange.id)
      const canUndo = answer.changed && after.state.undo_head !== null && after.state.undo_head > sequence
      // What offered to undo something else would now take back what came before it.
      if (answer.changed)
        toast(
          canUndo
            ? {
                text: answer.did.split('\n')[0] ?? '',
                action: { label: t('undo'), run: () => latest.current.player.undo() },
              }
            : null,
        )
      return exchange
    }
    const sayNow = async (saying: Saying): Promise<Exchange | null> => {
      setThinking(true)
      try {
        const heard = await hear(saying)
        if (heard !== null) return await reply(saying, heard)
        toast({ text: t('no_language') })
        return null
      } finally {
        setThinking(false)
      }
    }
    // One after the other: a yes is the answer to what was said before it.
    const say = (saying: Saying): Promise<Exchange | null> => {
      const said = turn.current.then(() => sayNow(saying))
      turn.current = said.catch(() => null)
      return said
    }
    const shown = exchanges.find(exchange => exchange.id === shownId) ?? null
    const openBar = () => {
      setBarOpen(true)
      callField(() => document.querySelector<HTMLInputElement>('input[data-command]'))
    }
    const closeBar = () => setBarOpen(false)
    const putAway = () => setShownId(null)
    return { executionId, exchanges, shown, putAway, isThinking, isBarOpen, openBar, closeBar, hear, reply, say }
  }, [executionId, exchanges, shownId, isThinking, isBarOpen, key, locale, store, t, toast, loadHistory, runs])
}
