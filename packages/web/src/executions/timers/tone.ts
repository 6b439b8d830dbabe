import { useSyncExternalStore } from 'react'
import { preferences } from '../../app/preferences.ts'
import { createStore } from '../../app/store.ts'

/**
 * The alarm's sound. Browsers let a page make noise only after it was touched, so the first touch or key unlocks it, long before
 * a timer ends. Where there is no audio the alert still shows.
 */
let context: AudioContext | null = null
let repeating: ReturnType<typeof setInterval> | null = null

/** Whether this device would sound now; `blocked`: only once the page was touched. */
type SoundState = 'ready' | 'blocked' | 'missing'
const soundState = (): SoundState => {
  if (typeof AudioContext === 'undefined') return 'missing'
  return context?.state === 'running' ? 'ready' : 'blocked'
}
const sound = createStore(soundState())
const look = () => sound.set(soundState())

export const useSoundState = (): SoundState => useSyncExternalStore(sound.subscribe, sound.get)

/** The one audio context of the page, asked to run; the browser suspends it at times, such as for a call. */
async function unlocked(): Promise<void> {
  if (typeof AudioContext === 'undefined') return
  if (context === null) {
    context = new AudioContext()
    context.addEventListener('statechange', look)
  }
  if (context.state !== 'running') await context.resume()
  look()
}

export function unlockToneOnFirstTouch(): () => void {
  const unlock = () => void unlocked().catch(() => undefined)
  // A finger counts as a touch of the page only when it is lifted.
  const events = ['pointerup', 'keydown'] as const
  // On its way down: buttons let no press come up again.
  const options = { capture: true }
  for (const event of events) window.addEventListener(event, unlock, options)
  return () => {
    for (const event of events) window.removeEventListener(event, unlock, options)
  }
}

/** As loud as it is liked: the volume of the settings is 0 to 1. */
const loudest = 0.35

function beep(): void {
  if (context === null || context.state !== 'running') return
  const { volume } = preferences.all().timers
  for (const [offset, frequency] of [
    [0, 880],
    [0.22, 1175],
  ] as const) {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    const start = context.currentTime + offset
    oscillator.frequency.value = frequency
    gain.gain.setValueAtTime(0.0001, start)
    gain.gain.exponentialRampToValueAtTime(Math.max(0.001, loudest * volume), start + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(start)
    oscillator.stop(start + 0.21)
  }
}

// Browsers that cannot tell are asked all the same.
const isTouched = () => navigator.userActivation?.hasBeenActive ?? true

/** Sounds and vibrates until `stopTone`. */
export function startTone(): void {
  if (repeating !== null) return
  const ring = () => {
    // A page that nobody has touched may do neither, and would be told off for trying.
    if (!isTouched()) return
    void unlocked().catch(() => undefined)
    if (preferences.all().timers.sound) beep()
    if ('vibrate' in navigator) navigator.vibrate([200, 100, 200])
  }
  ring()
  repeating = setInterval(ring, 1500)
}

export function stopTone(): void {
  if (repeating !== null) clearInterval(repeating)
  repeating = null
  if ('vibrate' in navigator && isTouched()) navigator.vibrate(0)
}

/** Sounds once, to be tried out. False: this device gives no sound here. */
export function sampleTone(): boolean {
  if (typeof AudioContext === 'undefined') return false
  unlocked().then(beep, () => undefined)
  return true
}
