import type { Refusal } from '../../executions/refusal.ts'
import type { Language } from '../../text/language.ts'
import { textsIn } from './texts-in.ts'
import type { RefusalNames, Texts } from './texts.ts'

/** Why the engine refused, in a language, with the names as they are there. */
export function refusalText({ detail }: Pick<Refusal, 'detail'>, names: RefusalNames, language: Language): string {
  const { refusals } = textsIn(language)
  const say = refusals[detail.type] as (
    of: typeof detail,
    names: RefusalNames,
  ) => ReturnType<Texts['refusals']['no_steps']>
  return say(detail, names)
}
