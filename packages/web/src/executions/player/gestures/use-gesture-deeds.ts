import { gestureCommand, type Gesture, type GestureCommand } from '@hidesync/domain/navigation/words'
import { useTranslations } from 'use-intl'
import { preferences, usePreferences } from '../../../app/preferences.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import { neighbour } from '../player-view.ts'
import type { Place } from '../use-place.ts'
import type { Player } from '../use-player.ts'
import type { PlayerViewName } from '../view-names.ts'

export interface GestureParts {
  readonly player: Player
  readonly place: Place
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
}

/** Right is where reading goes, and turning pages goes against the finger; both turn it round once. */
export function mirrored(gesture: Gesture, isMirrored: boolean): Gesture {
  if (!isMirrored) return gesture
  return gesture === 'swipe_right' ? 'swipe_left' : gesture === 'swipe_left' ? 'swipe_right' : gesture
}

const unfold = () => {
  for (const trigger of document.querySelectorAll<HTMLElement>('main [data-more] button[aria-expanded=false]'))
    trigger.click()
}

/** Does what a gesture stands for: what a button of the player does, too. */
export function useGestureDeeds({ player, place, viewName, onView }: GestureParts): (gesture: Gesture) => void {
  const t = useTranslations('gestures')
  const toast = useToast()
  const { swipe, seen_hints } = usePreferences('player')
  const peek = (by: 1 | -1) => {
    const target = neighbour(player.view.path, place.shownId, by)
    if (target !== null) place.look(target)
  }
  const deeds: Record<GestureCommand, () => void> = {
    next_step: () => peek(1),
    previous_step: () => peek(-1),
    complete_step: () => {
      if (!place.isPeek) player.primary()
    },
    show_guidance: () => onView('story'),
    show_overview: () => onView('map'),
    show_details: () => (viewName === 'focus' ? unfold() : onView('focus')),
  }
  return made => {
    const isRightToLeft = document.dir === 'rtl'
    const gesture = mirrored(made, isRightToLeft !== (swipe === 'pages'))
    deeds[gestureCommand[gesture]]()
    if (seen_hints.includes(gesture) || seen_hints.includes('gestures')) return
    preferences.change('player', { seen_hints: [...seen_hints, gesture] })
    toast({
      text: t(gestureCommand[gesture]),
      action: {
        label: t('no_hints'),
        run: () => preferences.change('player', { seen_hints: [...seen_hints, 'gestures'] }),
      },
    })
  }
}
