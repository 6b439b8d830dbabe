import { useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import type { Player } from '../use-player.ts'

export type ProblemKind = 'broke' | 'missing' | 'unclear' | 'unsafe'

interface Problem {
  readonly kind: ProblemKind
  /** What the person wrote; empty: nothing. */
  readonly text: string
  /** The workflow knows where it is mended. */
  readonly canMend: boolean
}

/**
 * Records a problem on the step on which it arose. What broke goes where the workflow mends it; what is missing or unsafe pauses the run with the
 * note; what is unclear is told to the author, too, and the work goes on.
 */
export function useProblemReport(player: Player, stepId: number): (problem: Problem) => Promise<void> {
  const t = useTranslations('problem')
  const toast = useToast()
  const { client } = useApi()
  const { workflow, commands, execution } = player
  return async ({ kind, text, canMend }) => {
    const name = workflow.step(stepId)?.name ?? ''
    const note = text === '' ? t(`note_${kind}`) : t('note_with', { problem: t(`note_${kind}`), text })
    if (kind === 'broke' && canMend) {
      player.settle('fail', note)
      return
    }
    if ((await commands.run({ type: 'note', step_id: stepId, text: note })) === null) return
    if (kind !== 'unclear') {
      if ((await commands.run({ type: 'pause' })) !== null) toast({ text: t('paused') })
      return
    }
    // The author of somebody's private workflow is that somebody: then the note on the run says it all.
    const told = await client.community
      .comment({ params: { id: execution.workflow_id }, body: { text: t('comment', { name, text: note }) } })
      .catch(() => null)
    toast({ text: t(told === null ? 'noted' : 'told') })
  }
}
