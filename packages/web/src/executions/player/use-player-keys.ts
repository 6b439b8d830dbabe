import { useRef, type RefObject } from 'react'
import { usePreferences } from '../../app/preferences.ts'
import { callField } from '../../app/called-field.ts'
import { splitDurations } from './durations-in-text.ts'
import { keyActions, keysOf, type KeyAction } from './keys/key-map.ts'
import { neighbour } from './player-view.ts'
import type { SidePanel } from './side-panels.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'
import { useShortcuts, type Shortcuts } from './use-shortcuts.ts'
import type { PlayerViewName } from './view-names.ts'

interface PlayerKeys {
  readonly player: Player
  readonly place: Place
  readonly onTimer: (minutes: number, text: string) => void
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
  readonly onCommand: () => void
  readonly onBench: () => void
}

const press = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click()

/** The player's keys; gives back where the note field belongs, which `I` goes to. */
export function usePlayerKeys(keys: PlayerKeys): RefObject<HTMLTextAreaElement | null> {
  const note = useRef<HTMLTextAreaElement>(null)
  const choices = usePreferences('shortcuts')
  const { player, place, onTimer, viewName, onView, onCommand, onBench } = keys
  const { shownId, isPeek } = place
  const { view, current, workflow, dialog } = player
  const isChoosing =
    !isPeek && current?.kind === 'decision' && view.current?.kind === 'active' && view.state.status === 'active'
  const peek = (by: 1 | -1) => () => {
    const target = neighbour(view.path, shownId, by)
    if (target !== null) place.look(target)
  }
  const timer = () => {
    const step = workflow.step(shownId)
    if (step === undefined) return
    const [first] = splitDurations(step.instructions ?? '').filter(piece => piece.type === 'duration')
    if (first) onTimer(first.minutes, first.text)
    else if (step.estimated_duration) onTimer(step.estimated_duration, `${step.estimated_duration} min`)
  }
  const beside = (panel: SidePanel) => () => player.setPanel(panel)
  const toggle = (name: PlayerViewName) => () => onView(viewName === name ? 'focus' : name)
  const deeds: Partial<Record<KeyAction, (() => void) | undefined>> = {
    complete: isPeek ? undefined : player.primary,
    confirm: isChoosing && player.choice !== null ? player.primary : undefined,
    next: peek(1),
    previous: peek(-1),
    return: isPeek ? place.back : undefined,
    command: onCommand,
    undo: player.undo,
    note: isPeek ? undefined : () => callField(() => note.current),
    timer,
    tray: press('[data-timers]'),
    resources: beside('resources'),
    log: beside('log'),
    story: toggle('story'),
    map: toggle('map'),
    read_aloud: press('[data-read-aloud]'),
    bench: onBench,
    problem: isPeek || current === null ? undefined : () => player.askAbout({ type: 'problem' }),
    help: () => player.setDialog({ type: 'keys' }),
  }
  const numbers: Shortcuts = isChoosing
    ? Object.fromEntries(
        current.options
          .slice(0, 9)
          .map(({ definition }, index) => [String(index + 1), () => player.choose(definition.id)]),
      )
    : {}
  const lanes: Shortcuts = Object.fromEntries(
    view.lanes.slice(0, 9).map((lane, index) => [`Alt+${index + 1}`, () => player.goTo(lane.id)]),
  )
  const mapped = keyActions.flatMap(action => keysOf(action, choices).map(key => [key, deeds[action]] as const))
  // Arrows go the way that one reads.
  const arrows: Shortcuts = document.dir === 'rtl' ? { ArrowLeft: deeds.next, ArrowRight: deeds.previous } : {}
  const shortcuts: Shortcuts = {
    ...Object.fromEntries(mapped.filter(([, deed]) => deed !== undefined)),
    ...arrows,
    ...(choices.single_keys ? numbers : {}),
    ...(view.lanes.length > 1 ? lanes : {}),
  }
  // A question has all keys to itself, also while its part of the app is still being loaded.
  useShortcuts(dialog === null ? shortcuts : {})
  return note
}
