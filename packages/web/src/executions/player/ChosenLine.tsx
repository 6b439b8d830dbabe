import { Split } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import type { Execution } from '../execution.ts'
import styles from './step.module.css'
import type { Player } from './use-player.ts'

type StepExecution = NonNullable<Execution['step_executions']>[number]

/** The step that was settled last after another one; null: that other one was the last. */
function settledSince(all: readonly StepExecution[], decision: StepExecution): StepExecution | null {
  const at = (step: StepExecution) => Date.parse(step.completed_at ?? '')
  const later = all.filter(step => step.step_id !== decision.step_id && at(step) > at(decision))
  return later.toSorted((one, other) => at(other) - at(one))[0] ?? null
}

/** What was chosen at a decision, and the way back from it as long as nothing was built on it. */
export function ChosenLine({ player, stepId }: { readonly player: Player; readonly stepId: number }) {
  const t = useTranslations('player_why')
  const { workflow, execution, view, commands } = player
  const decision = workflow.compiledStep(stepId)
  const all = execution.step_executions ?? []
  const settled = all.find(step => step.step_id === stepId && step.status === 'completed')
  const option = decision?.options.find(
    ({ definition }) => definition.id === settled?.step_data?.['decision_option_id'],
  )
  // While an answer is awaited, what stands here is of yesterday.
  if (settled === undefined || option === undefined || commands.isPending) return null
  const since = settledSince(all, settled)
  const number = view.path.find(({ id }) => id === since?.step_id)?.number ?? 0
  return (
    <p className={styles['chosen']}>
      <Split aria-hidden size={18} />
      <span>
        {t('chose', { option: option.definition.option_text })}{' '}
        {since === null ? null : t('used_already', { number, name: workflow.step(since.step_id)?.name ?? '' })}
      </span>
      <Button variant="quiet" onPress={player.undo}>
        {since === null ? t('change_my_mind') : t('undo_step', { number })}
      </Button>
    </p>
  )
}
