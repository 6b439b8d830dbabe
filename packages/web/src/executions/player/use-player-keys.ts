import { useRef, type RefObject } from 'react'
import { splitDurations } from './durations-in-text.ts'
import { neighbour } from './player-view.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'
import { useShortcuts, type Shortcuts } from './use-shortcuts.ts'

interface PlayerKeys {
  readonly player: Player
  readonly place: Place
  readonly onTimer: (minutes: number, text: string) => void
}

/** The player's keys; gives back where the note field belongs, which `I` goes to. */
export function usePlayerKeys({ player, place, onTimer }: PlayerKeys): RefObject<HTMLTextAreaElement | null> {
  const note = useRef<HTMLTextAreaElement>(null)
  const { shownId, isPeek } = place
  const { view, current, workflow } = player
  const isChoosing =
    !isPeek && current?.kind === 'decision' && view.current?.kind === 'active' && view.state.status === 'active'
  const peek = (by: 1 | -1) => () => {
    const target = neighbour(view.path, shownId, by)
    if (target !== null) place.look(target)
  }
  const options: Shortcuts = isChoosing
    ? Object.fromEntries(
        current.options
          .slice(0, 9)
          .map(({ definition }, index) => [String(index + 1), () => player.choose(definition.id)]),
      )
    : {}
  const timer = () => {
    const step = workflow.step(shownId)
    if (step === undefined) return
    const [first] = splitDurations(step.instructions ?? '').filter(piece => piece.type === 'duration')
    if (first) onTimer(first.minutes, first.text)
    else if (step.estimated_duration) onTimer(step.estimated_duration, `${step.estimated_duration} min`)
  }
  const lanes: Shortcuts = Object.fromEntries(
    view.lanes.slice(0, 9).map((lane, index) => [`Alt+${index + 1}`, () => player.goTo(lane.id)]),
  )
  useShortcuts({
    ...options,
    ...(view.lanes.length > 1 ? lanes : {}),
    'Shift+t': () => document.querySelector<HTMLElement>('[data-timers]')?.click(),
    'Ctrl+Enter': isPeek ? undefined : player.primary,
    Enter: isChoosing && player.choice !== null ? player.primary : undefined,
    ArrowRight: peek(1),
    n: peek(1),
    ArrowLeft: peek(-1),
    p: peek(-1),
    Escape: isPeek ? place.back : undefined,
    u: player.undo,
    'Ctrl+z': player.undo,
    i: isPeek ? undefined : () => note.current?.focus(),
    t: timer,
    '?': () => player.setDialog({ type: 'keys' }),
  })
  return note
}
