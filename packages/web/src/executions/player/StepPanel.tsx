import { stepTiming } from '@hidesync/domain/executions/view'
import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { DecisionCards } from './DecisionCards.tsx'
import { StepHead } from './StepHead.tsx'
import { StepText, StepWarnings } from './StepText.tsx'
import { StepTimer } from './StepTimer.tsx'
import styles from './player.module.css'
import type { Player } from './use-player.ts'

interface StepPanelProps {
  readonly player: Player
  /** The step to show: the current one, or one that is only looked at. */
  readonly stepId: number
  readonly onTimer: (minutes: number, text: string) => void
}

/** One step and everything that is needed for it. */
export function StepPanel({ player, stepId, onTimer }: StepPanelProps) {
  const t = useTranslations('player')
  const { workflow, view, current, execution, isBlocked } = player
  useEffect(() => {
    if (isBlocked) document.querySelector<HTMLElement>('main [role=radiogroup] input, [data-verdict]')?.focus()
  }, [isBlocked])
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return null
  const { definition } = step
  const entry = view.path.find(({ id }) => id === stepId)
  const isCurrent = current?.id === stepId
  const isActive = isCurrent && view.current?.kind === 'active'
  const spent = stepTiming(workflow, view.state, stepId, view.at)?.spent ?? null
  return (
    <div className={styles['step']}>
      <StepHead
        step={definition}
        number={entry?.number ?? 1}
        total={workflow.steps.length}
        iteration={entry?.iteration ?? 1}
        spent={spent}
        workflowName={execution.workflow_name}
      />
      <StepWarnings step={definition} />
      {isActive && step.kind === 'time' && step.duration > 0 ? (
        <StepTimer state={view.state} stepId={stepId} name={definition.name} minutes={step.duration} />
      ) : null}
      <StepText step={definition} onTimer={onTimer} />
      {isBlocked && isCurrent ? (
        <Banner tone="info" announce="alert" icon={<CircleAlert aria-hidden />}>
          {t(step.kind === 'decision' ? 'choose_first' : 'verdict_first')}
        </Banner>
      ) : null}
      {isActive && step.kind === 'decision' ? <DecisionCards player={player} /> : null}
    </div>
  )
}
