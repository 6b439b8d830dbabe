import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useToast } from '../../ui/Toasts.tsx'
import { wordsOf } from './player-dialog.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

/** Closes the question about a step that was settled elsewhere meanwhile, and says so; what was written into it waits on its step. */
export function useLapsedDialog(player: Player, place: Place): void {
  const t = useTranslations('player')
  const toast = useToast()
  const { lapsed } = player
  const latest = useRef({ player, place })
  useEffect(() => {
    latest.current = { player, place }
  })
  useEffect(() => {
    if (lapsed === null) return
    const { view, words: written, notes, setDialog } = latest.current.player
    const { step_id, iteration } = lapsed.about
    const entry = view.path.find(({ id }) => id === step_id)
    const status = entry?.iteration === iteration ? entry.look : 'completed'
    const words = wordsOf(lapsed, written)
    setDialog(null)
    if (words !== '') notes.keep(step_id, words)
    toast({
      text: [
        t('lapsed', { status, name: entry?.name ?? '' }),
        ...(lapsed.type === 'usage' ? [t('lapsed_usage')] : []),
        ...(words === '' ? [] : [t('lapsed_words')]),
      ].join(' '),
      ...(words === '' ? {} : { action: { label: t('lapsed_show'), run: () => latest.current.place.look(step_id) } }),
    })
  }, [lapsed, t, toast])
}
