import { noteStep } from '@hidesync/domain/executions/note-step'
import type { DeviceRequest } from '@hidesync/domain/executions/offline/device-run'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useErrorText } from '../app/error-text.ts'
import { useToast } from '../ui/Toasts.tsx'
import type { Attention } from './attention.ts'
import { useDeedText } from './use-deed-text.ts'

/** As much as a note holds. */
const longest = 5000

const ownWords = ({ request }: Attention): string => {
  if (request.type === 'note') return request.text
  if ('notes' in request) return request.notes ?? ''
  return 'reason' in request ? (request.reason ?? '') : ''
}

/** The three things that may become of what found no place; none of them happens by itself. */
export function useAttention(entry: Attention): Readonly<Record<'keepAsNote' | 'tryAgain' | 'discard', () => void>> {
  const t = useTranslations('offline')
  const format = useFormatter()
  const deed = useDeedText()
  const toast = useToast()
  const errorText = useErrorText()
  const { runs } = useApi()
  const { execution_id: id, request } = entry

  const give = async (what: DeviceRequest, said: string) => {
    const given = await runs.give(id, what)
    if (!given.ok) {
      toast({ text: given.refusal.message })
      return
    }
    await runs.settle(entry)
    toast({ text: said })
  }
  const note = async () => {
    const { workflow, play } = await runs.open(id)
    const about = 'step_id' in request ? (request.step_id ?? null) : null
    const step_id = noteStep(workflow, play.state, about) ?? 0
    const time = format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short' })
    const text = t('note_of', { what: deed(request, entry.step_name), time, words: ownWords(entry) })
    await give({ type: 'note', step_id, text: text.trim().slice(0, longest) }, t('noted'))
  }
  const run = (act: () => Promise<void>) => () =>
    void act().catch((error: unknown) => toast({ text: errorText(error) }))
  return {
    keepAsNote: run(note),
    tryAgain: run(() => give(entry.request, t('done_again'))),
    discard: run(() => runs.settle(entry)),
  }
}
