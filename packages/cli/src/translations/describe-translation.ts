import type { TranslationReport, TranslatorFile } from '@hidesync/contract/translations/translation.schemas'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayCode } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'

/** Each text with its translation below it; what is missing or outdated is marked. */
export function describeTexts({ width, style }: Terminal, { locale, source_locale, texts }: TranslatorFile): string {
  const lines = texts.flatMap(({ part, id, field, source, translation, status }) => {
    const mark = status === 'current' ? '' : `, ${style.warning(status)}`
    return [
      `${style.quiet(`${sayCode(part)} ${id}, ${sayCode(field)}`)}${mark}`,
      ...wrap(cleanLine(source), width, '  '),
      ...(translation === '' ? [] : wrap(cleanLine(translation), width, '  → ')),
    ]
  })
  return [`From ${source_locale} to ${locale}:`, ...lines].join('\n')
}

/** What became of a translator's file, and what of it did not fit. */
export function describeReport({ width }: Terminal, report: TranslationReport): string {
  const { taken, outdated, blank, unknown_count, unknown, done, total } = report
  return [
    `Took ${plural(taken, 'text')}; ${done} of ${total} are translated into ${report.locale} now.`,
    ...(outdated > 0
      ? [
          `${plural(outdated, 'text')} of them ${outdated === 1 ? 'is' : 'are'} outdated: the original has changed since.`,
        ]
      : []),
    ...(blank > 0 ? [`${plural(blank, 'text')} without a translation: what was there stays.`] : []),
    ...(unknown_count > 0
      ? [`${plural(unknown_count, 'text')} fit${unknown_count === 1 ? 's' : ''} nothing in the workflow:`]
      : []),
    ...unknown.flatMap(({ place, message }) => wrap(`${cleanLine(place)}: ${cleanLine(message)}`, width, '  • ')),
    ...(unknown_count > unknown.length ? [`  and ${unknown_count - unknown.length} more`] : []),
  ].join('\n')
}
