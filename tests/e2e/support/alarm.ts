/** What an alarm did, as the stub counts it in the page. */
export interface Alarm {
  tones: number
  vibrations: number
  /** Texts of the notices that are shown. */
  shown: string[]
  /** Of the audio context. */
  state: string
}

/** Runs in the page before its scripts: in place of sound, vibration and notices it counts them, as window.alarm. */
export function stubAlarm(): void {
  const alarm: Alarm = { tones: 0, vibrations: 0, shown: [], state: 'none' }
  class Audio extends EventTarget {
    state = 'suspended'
    currentTime = 0
    destination = {}
    resume() {
      this.state = alarm.state = 'running'
      this.dispatchEvent(new Event('statechange'))
      return Promise.resolve()
    }
    createOscillator() {
      return {
        frequency: { value: 0 },
        connect: (next: unknown) => next,
        start: () => alarm.tones++,
        stop: () => undefined,
      }
    }
    createGain() {
      const gain = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }
      return { gain, connect: (next: unknown) => next }
    }
  }
  class Notice extends EventTarget {
    static permission = 'default'
    static requestPermission() {
      Notice.permission = 'granted'
      return Promise.resolve('granted')
    }
    constructor(private readonly text: string) {
      super()
      alarm.shown.push(text)
    }
    close() {
      alarm.shown = alarm.shown.filter(text => text !== this.text)
    }
  }
  Object.assign(window, { alarm, AudioContext: Audio, Notification: Notice })
  const vibrate = () => ++alarm.vibrations > 0
  Object.defineProperty(navigator, 'vibrate', { configurable: true, value: vibrate })
}
