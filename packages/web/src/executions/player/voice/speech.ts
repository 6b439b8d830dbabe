import { createStore } from '../../../app/store.ts'

/** Whether the app speaks: then it must not listen to itself. */
export const speaking = createStore(false)

const synthesis = (): SpeechSynthesis | null => ('speechSynthesis' in window ? window.speechSynthesis : null)
export const canSpeak = (): boolean => synthesis() !== null

let turn = 0

export function stopSpeaking(): void {
  turn += 1
  synthesis()?.cancel()
  speaking.set(false)
}

interface Line {
  readonly text: string
  readonly lang: string
}

function sayLine(voice: SpeechSynthesis, { text, lang }: Line): Promise<void> {
  const utterance = Object.assign(new SpeechSynthesisUtterance(text), { lang })
  return new Promise(resolve => {
    utterance.addEventListener('end', () => resolve())
    utterance.addEventListener('error', () => resolve())
    voice.speak(utterance)
  })
}

/** Speaks one line after the other; resolves at the end, or when somebody stops it. `onLine` hears which line it is at. */
export async function speak(lines: readonly Line[], onLine: (index: number) => void = () => undefined): Promise<void> {
  const voice = synthesis()
  if (voice === null || lines.length === 0) return
  stopSpeaking()
  const mine = turn
  speaking.set(true)
  for (const [index, line] of lines.entries()) {
    if (turn !== mine) return
    onLine(index)
    await sayLine(voice, line)
  }
  if (turn === mine) speaking.set(false)
}
