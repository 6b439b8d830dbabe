import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Player } from '../use-player.ts'
import type { Suggestion } from './suggestions.ts'

/** What the command bar offers for what is being typed; nothing while it is closed. */
export function useSuggestions(player: Player, text: string, isOpen: boolean): readonly Suggestion[] {
  const t = useTranslations('command')
  const locale = useLocale()
  const [found, setFound] = useState<readonly Suggestion[]>([])
  const { execution, workflow } = player
  const { state, at } = player.view
  useEffect(() => {
    if (!isOpen) return
    let isWanted = true
    const find = async () => {
      const [{ runOf }, offers] = await Promise.all([import('./talk.ts'), import('./suggestions.ts')])
      if (!isWanted) return
      const run = runOf({ execution, workflow, state, locale, at })
      const first = () =>
        offers.firstSuggestions(run, [
          { text: t('ask_needs'), intent: 'list_resources', slots: {} },
          { text: t('ask_next'), intent: 'next', slots: { offset: 1 } },
          { text: t('ask_status'), intent: 'status', slots: {} },
        ])
      setFound(text.trim() === '' ? first() : offers.suggestionsFor(run, text))
    }
    void find()
    return () => {
      isWanted = false
    }
  }, [execution, workflow, state, at, locale, text, isOpen, t])
  return isOpen ? found : []
}
