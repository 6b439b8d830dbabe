import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { Chip } from './Chip.tsx'

export interface ContentLanguageState {
  /** The language that the content is in. */
  readonly lang: string
  /** "Shown in English", where that is not a language the reader asked for. */
  readonly note: string | null
}

/** Content that may be in another language than the interface: read out, hyphenated and laid out in its own. */
export function ContentLanguage({ lang, children }: { readonly lang: string; readonly children: ReactNode }) {
  return (
    <div lang={lang} dir="auto">
      {children}
    </div>
  )
}

/** Says in which language content is shown; nothing, where it is the reader's. */
export function ContentLanguageChip({ note }: Pick<ContentLanguageState, 'note'>) {
  if (note === null) return null
  return (
    <Chip>
      <Languages aria-hidden size={14} />
      {note}
    </Chip>
  )
}
