import { useEffect, useSyncExternalStore } from 'react'
import { sentencesIn } from './sentences.ts'
import { speak, speaking, stopSpeaking } from './speech.ts'

const name = 'reading'

/** Marks a sentence where it stands, without touching the page; browsers that cannot do that only speak. */
function mark(range: Range | null): void {
  if (!('highlights' in CSS)) return
  if (range === null) CSS.highlights.delete(name)
  else {
    CSS.highlights.set(name, new Highlight(range))
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }
}

async function readStep(): Promise<void> {
  const area = document.querySelector('main')
  if (area === null) return
  const sentences = sentencesIn(area)
  await speak(sentences, index => mark(sentences[index]?.range ?? null))
  mark(null)
}

/** Reads the step in view aloud; any key stops it. */
export function useReadAloud(stepId: number | null): { readonly isReading: boolean; readonly toggle: () => void } {
  const isReading = useSyncExternalStore(speaking.subscribe, speaking.get)
  useEffect(() => {
    if (!isReading) return
    const stop = () => {
      stopSpeaking()
      mark(null)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || event.key === 'Control' || event.key === 'Alt' || event.key === 'Meta') return
      stop()
      // The key that started it must not start it anew.
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [isReading])
  // Another step, or leaving, ends it.
  useEffect(
    () => () => {
      stopSpeaking()
      mark(null)
    },
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another step is what ends it
    [stepId],
  )
  return { isReading, toggle: () => (isReading ? stopSpeaking() : void readStep()) }
}
