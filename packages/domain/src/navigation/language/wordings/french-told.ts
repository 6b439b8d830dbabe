import type { MeaningKey } from '../meaning.ts'
import type { Sentences } from '../wording.ts'

/** What may lead a question that is not asked straight out: "dis-moi où j'en suis", "je ne sais plus combien il en faut". */
const lead =
  '(montre|rappelle|indique|redis|précise|explique|lis|sais tu|tu sais|vous savez|savez vous|je [(ne|n)] (sais|vois|comprends) [(pas|plus)] [(bien|vraiment)]|je ai oublié|j ignore|je ignore|je [(ne|n)] [me] (souviens|rappelle) (pas|plus) [(bien|trop)] [de]|aide à savoir|aide à comprendre)'

const told: readonly MeaningKey[] = [
  'help',
  'status',
  'where',
  'list_steps',
  'materials',
  'materials_step',
  'tools',
  'tools_step',
  'resources',
  'resources_step',
  'need',
  'need_step',
  'instructions_step',
  'instructions_next',
  'warnings',
  'warnings_step',
  'time',
  'time_step',
  'path',
  'path_step',
  'path_outcome',
  'what_if_option',
  'what_if_step',
  'timers',
  'timers_name',
]

const asks =
  /^[[(]*(?:quel|combien|où|comment|que|quoi|quand|laquelle|à quel|à quoi|de quoi|de quel|par où|par quel|avec quoi|avec quel|sur quoi|sur quel|dans combien|en quoi|c est quoi|il reste|vers quel)(?![\p{L}])/u

/** The same sentences, and every question of them behind what may lead it. */
export const withToldQuestions = (sentences: Sentences): Sentences => ({
  ...sentences,
  ...Object.fromEntries(
    told.map(key => [
      key,
      [...sentences[key], `${lead} (${sentences[key].filter(each => asks.test(each)).join('|')})`],
    ]),
  ),
})
