import type { RefusalDetail } from '@hidesync/domain/executions/refusal-detail'
import { spokenLanguage } from '@hidesync/domain/text/language'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { wantedLanguages } from '../app/language.ts'

interface Told {
  readonly message: string
  readonly detail?: RefusalDetail
}

/** Says what was refused on this device in the reader's language; what the server said stays as it is. */
export type RefusalWords = <T extends Told>(refusal: T, workflow: CompiledWorkflow) => T

/** The words that the server has for refusals, in the language of the interface. The engine speaks English alone. */
export async function refusalWords(): Promise<RefusalWords> {
  const language = spokenLanguage(wantedLanguages())
  if (language === 'en') return refusal => refusal
  try {
    const [{ refusalText }, { refusalNames }] = await Promise.all([
      import('@hidesync/domain/navigation/texts/refusal-text'),
      import('@hidesync/domain/navigation/run'),
    ])
    return (refusal, { definition }) => {
      const { detail } = refusal
      if (detail === undefined) return refusal
      return { ...refusal, message: refusalText({ detail }, refusalNames({ definition }), language) }
    }
  } catch {
    // They were never fetched, and there is no network: English is better than nothing.
    return refusal => refusal
  }
}
