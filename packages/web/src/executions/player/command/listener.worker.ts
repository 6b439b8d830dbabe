import type { Understanding } from '@hidesync/domain/navigation/language/intent'
import { readyLanguage, withNames, type ReadyLanguage } from '@hidesync/domain/navigation/language/ready'
import { understand } from '@hidesync/domain/navigation/language/understand'
import type { Wording } from '@hidesync/domain/navigation/language/wording'
import type { Language } from '@hidesync/domain/text/language'
import type { Heard, ListenerAnswer, ListenerRequest, Utterance } from './hearing.ts'

/** Each language is a piece of its own, fetched when it is first spoken. */
const wordings: Readonly<Record<Language, () => Promise<Wording>>> = {
  en: async () => (await import('@hidesync/domain/navigation/language/wordings/english')).english,
  de: async () => (await import('@hidesync/domain/navigation/language/wordings/german')).german,
  fr: async () => (await import('@hidesync/domain/navigation/language/wordings/french')).french,
  es: async () => (await import('@hidesync/domain/navigation/language/wordings/spanish')).spanish,
}

const ready = new Map<Language, Promise<ReadyLanguage>>()

function prepared(language: Language): Promise<ReadyLanguage> {
  const known = ready.get(language)
  if (known !== undefined) return known
  const made = wordings[language]().then(readyLanguage)
  ready.set(language, made)
  // What could not be fetched is tried again with the next sentence.
  made.catch(() => ready.delete(language))
  return made
}

/** Tries one language after the other; what is understood counts, else what is half understood, else the first language. */
async function listen({ text, vocabulary, languages }: Utterance): Promise<Heard> {
  const unknown: Understanding = { kind: 'unknown' }
  let best: Heard = { language: languages[0] ?? 'en', understanding: unknown }
  for (const language of languages) {
    const understanding = understand(text, withNames(vocabulary, await prepared(language)))
    if (understanding.kind === 'understood') return { language, understanding }
    if (understanding.kind === 'unclear' && best.understanding.kind === 'unknown') best = { language, understanding }
  }
  return best
}

addEventListener('message', ({ data }: MessageEvent<ListenerRequest>) => {
  if (data.type === 'prepare') {
    void prepared(data.language).catch(() => undefined)
    return
  }
  const answer = (heard: Heard | null) => postMessage({ id: data.id, heard } satisfies ListenerAnswer)
  listen(data.utterance).then(answer, () => answer(null))
})
