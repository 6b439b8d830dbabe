import { spokenLanguage } from '@hidesync/domain/text/language'
import { useState, type KeyboardEvent } from 'react'
import { useLocale } from 'use-intl'
import { said, useOwnKey } from '../own-things.ts'
import type { Player } from '../use-player.ts'
import type { Saying } from './exchange.ts'
import { prepareToListen } from './listener.ts'
import { rememberSaid, saidBefore } from './said-before.ts'
import type { Suggestion } from './suggestions.ts'
import { useTalk } from './use-conversation.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface CommandBarState {
  readonly text: string
  readonly isOpen: boolean
  readonly suggestions: readonly Suggestion[]
  /** The suggestion that Enter takes; -1: what was typed. */
  readonly active: number
  readonly setText: (text: string) => void
  readonly open: () => void
  readonly close: () => void
  readonly take: (suggestion: Suggestion) => void
  readonly press: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** A line to type in, its suggestions, and what was typed before: what the command bar does, apart from its looks. */
export function useCommandBar(player: Player): CommandBarState {
  const { say, putAway } = useTalk()
  const locale = useLocale()
  const key = useOwnKey(player.execution.id, said)
  const [text, write] = useState('')
  const [isOpen, setOpen] = useState(false)
  /** The suggestion that the arrows led to, by its id: the list may change before Enter, and another would stand in its place. */
  const [chosen, choose] = useState<string>()
  /** How far back in what was typed before one has gone; -1: not at all. */
  const [recalled, setRecalled] = useState(-1)
  const suggestions = useSuggestions(player, text, isOpen)
  const active = suggestions.findIndex(({ id }) => id === chosen)

  const setText = (next: string) => {
    write(next)
    choose(undefined)
    setRecalled(-1)
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    choose(undefined)
  }
  const send = (saying: Saying) => {
    rememberSaid(key, saying.text)
    setText('')
    close()
    void say(saying)
  }
  const recall = (to: number) => {
    const before = saidBefore(key)
    const place = Math.min(to, before.length - 1)
    setRecalled(place)
    write(place < 0 ? '' : (before[place] ?? ''))
    choose(undefined)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // While a sign is being composed, the keys belong to that.
    if (event.nativeEvent.isComposing) return
    const taken = suggestions[active]
    switch (event.key) {
      case 'ArrowDown':
        if (recalled >= 0 && active < 0) recall(recalled - 1)
        else {
          setOpen(true)
          choose(suggestions[Math.min(active + 1, suggestions.length - 1)]?.id)
        }
        break
      case 'ArrowUp':
        if (active >= 0) choose(suggestions[active - 1]?.id)
        else if (text === '' || recalled >= 0) recall(recalled + 1)
        break
      case 'Enter':
        if (taken !== undefined) send(taken.saying)
        else if (text.trim() !== '') send({ type: 'words', text: text.trim() })
        break
      case 'Escape':
        if (isOpen && suggestions.length > 0) close()
        else {
          putAway()
          event.currentTarget.blur()
        }
        break
      default:
        return
    }
    event.preventDefault()
  }
  return {
    text,
    isOpen: isOpen && suggestions.length > 0,
    suggestions,
    active,
    setText,
    open: () => {
      setOpen(true)
      prepareToListen(spokenLanguage([locale]))
    },
    close,
    take: ({ saying }) => send(saying),
    press,
  }
}
