import type { BoundText } from '@hidesync/domain/translations/bind'
import type { TranslatedPart } from '@hidesync/domain/translations/text-unit'

/** Texts of one language as they are written, by kind of part: JSON text, which costs nobody time on its way to the database. */
export type TextRows = Readonly<Partial<Record<TranslatedPart, string>>>

export function textRows(texts: readonly BoundText[]): TextRows {
  const byPart = new Map<TranslatedPart, BoundText[]>()
  for (const text of texts) {
    const known = byPart.get(text.part)
    if (known === undefined) byPart.set(text.part, [text])
    else known.push(text)
  }
  return Object.fromEntries([...byPart].map(([part, rows]) => [part, JSON.stringify(rows)]))
}
