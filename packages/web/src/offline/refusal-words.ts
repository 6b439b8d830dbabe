import type { RefusalDetail } from '@hidesync/domain/executions/refusal-detail'
import { spokenLanguage } from '@hidesync/domain/text/language'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { wantedLanguages } from '../app/language.ts'

interface Told {
  readonly message: string
  readonly detail?: RefusalDetail
}

/** Says what was refused in the reader's language, and in the words of the app; what has no detail stays as it is. */
export type RefusalWords = <T extends Told>(refusal: T, workflow: CompiledWorkflow) => T

/** The words that the app has for refusals, in the language of the interface. The engine speaks English, and of executions. */
export async function refusalWords(): Promise<RefusalWords> {
  const language = spokenLanguage(wantedLanguages())
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
    // They were never fetched, and there is no network: the engine's are better than nothing.
    return refusal => refusal
  }
}
