import { useLocale, useTranslations } from 'use-intl'
import { chooseLocale } from '../../app/i18n.ts'
import { useRefusalTexts } from '../../app/use-refusal-texts.ts'
import type { PresetFinding } from './group-findings.ts'

/** The name of what lies there: `step_type` of `/workflow/steps/3/step_type`. */
const fieldOf = (path: string): string | undefined =>
  path
    .split('/')
    .findLast(part => part !== '' && !/^\d+$/.test(part))
    ?.replaceAll('~1', '/')
    .replaceAll('~0', '~')

/**
 * What is wrong, in the language of the page; null where the server's own sentence is all there is to say. It is English, and more exact:
 * it names and counts.
 */
export function useFindingText(): (finding: PresetFinding) => string | null {
  const t = useTranslations('import')
  const say = useRefusalTexts('finding')
  const isEnglish = chooseLocale([useLocale()]).catalogue === 'en'
  return ({ code, path }) =>
    isEnglish ? null : say(code.replace('.', '_'), { field: fieldOf(path) ?? t('place_file') })
}
