/** What browsers offer under two names; the types of the DOM library leave it out. */
export interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally?: boolean
  start: () => void
  stop: () => void
  abort: () => void
}

interface RecognitionClass {
  new (): Recognition
  readonly prototype: Recognition
  /** Whether a language can be recognised, on this device alone if need be. */
  readonly available?: (options: { langs: readonly string[]; processLocally: boolean }) => Promise<string>
}

export interface ResultEvent extends Event {
  readonly resultIndex: number
  readonly results: ArrayLike<
    ArrayLike<{ readonly transcript: string; readonly confidence: number }> & { isFinal: boolean }
  >
}

export interface RecognitionErrorEvent extends Event {
  readonly error: string
}

/** The browser's speech recognition; null: it has none. */
export function recognitionClass(): RecognitionClass | null {
  const known = window as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass }
  return known.SpeechRecognition ?? known.webkitSpeechRecognition ?? null
}

/** Whether speech stays on this device; otherwise the maker of the browser may hear it. */
export async function staysOnDevice(lang: string): Promise<boolean> {
  const Recognition = recognitionClass()
  // Without the switch the browser decides by itself.
  if (Recognition === null || !('processLocally' in Recognition.prototype)) return false
  try {
    return (await Recognition.available?.({ langs: [lang], processLocally: true })) === 'available'
  } catch {
    return false
  }
}

/** Something that listens to a language; `isLocal`: on this device, or not at all. Set before it starts: later it has no effect. */
export function makeRecognition(lang: string, isLocal: boolean): Recognition {
  const Recognition = recognitionClass()
  if (Recognition === null) throw new Error('This browser has no speech recognition.')
  const recognition = Object.assign(new Recognition(), { lang, continuous: true, interimResults: false })
  if (isLocal) recognition.processLocally = true
  return recognition
}
