import { loopAround } from '@hidesync/domain/executions/why-here'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EarlierPasses } from './EarlierPasses.tsx'
import styles from './step.module.css'
import { useConditionText } from './use-condition-text.ts'
import type { Player } from './use-player.ts'

/** In which pass of a loop a step is, how many there may be, when it ends, and what the passes before gave. */
export function LoopLine({ player, stepId }: { readonly player: Player; readonly stepId: number }) {
  const t = useTranslations('player_why')
  const conditionText = useConditionText()
  const { workflow, view } = player
  const pass = view.state.iterations[String(stepId)] ?? 1
  const around = pass > 1 ? loopAround(workflow, stepId) : null
  if (around === null) return null
  const { loop, body } = around
  const check = body.map(index => workflow.steps[index]).find(step => step?.kind === 'quality_check')
  const until =
    loop.condition !== null
      ? t('while', { condition: conditionText(loop.condition) })
      : check === undefined
        ? null
        : t('until_passed', { name: check.definition.name })
  return (
    <div className={styles['loop']}>
      <p className={styles['meta']}>
        <RotateCcw aria-hidden size={16} />
        <strong>{t('pass_of', { pass, passes: loop.limit })}</strong>
        {until === null ? null : <span>{until}</span>}
      </p>
      <EarlierPasses execution={player.execution} stepId={stepId} />
    </div>
  )
}
