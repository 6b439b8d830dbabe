/**
 * The alarm's sound. Browsers let a page make noise only after it was touched, so the first touch or key unlocks it, long before
 * a timer ends. Where there is no audio the alert still shows.
 */
let context: AudioContext | null = null
let repeating: ReturnType<typeof setInterval> | null = null

export function unlockToneOnFirstTouch(): () => void {
  const unlock = () => {
    if (typeof AudioContext === 'undefined') return
    context ??= new AudioContext()
    void context.resume().catch(() => undefined)
  }
  const events = ['pointerdown', 'keydown'] as const
  for (const event of events) window.addEventListener(event, unlock, { once: true })
  return () => {
    for (const event of events) window.removeEventListener(event, unlock)
  }
}

function beep(): void {
  if (context === null || context.state !== 'running') return
  for (const [offset, frequency] of [
    [0, 880],
    [0.22, 1175],
  ] as const) {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    const start = context.currentTime + offset
    oscillator.frequency.value = frequency
    gain.gain.setValueAtTime(0.0001, start)
    gain.gain.exponentialRampToValueAtTime(0.25, start + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.2)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(start)
    oscillator.stop(start + 0.21)
  }
}

/** Sounds until `stopTone`. */
export function startTone(): void {
  if (repeating !== null) return
  beep()
  if ('vibrate' in navigator) navigator.vibrate([200, 100, 200])
  repeating = setInterval(beep, 1500)
}

export function stopTone(): void {
  if (repeating !== null) clearInterval(repeating)
  repeating = null
}
