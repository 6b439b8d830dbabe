import { mustAcknowledge } from '@hidesync/domain/step-types/acknowledge'
import { stepTiming } from '@hidesync/domain/executions/view'
import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { StepTimers } from '../timers/StepTimers.tsx'
import { ChosenLine } from './ChosenLine.tsx'
import { Acknowledge } from './forms/Acknowledge.tsx'
import { LoopLine } from './LoopLine.tsx'
import { MilestoneMark } from './MilestoneMark.tsx'
import { StepHead } from './StepHead.tsx'
import { StepMain } from './StepMain.tsx'
import { StepTask } from './StepTask.tsx'
import { StepText, StepWarnings } from './StepText.tsx'
import styles from './player.module.css'
import type { Player } from './use-player.ts'
import { WaitsFor } from './WaitsFor.tsx'
import { WhyHere } from './WhyHere.tsx'

interface StepPanelProps {
  readonly player: Player
  /** The step to show: the current one, or one that is only looked at. */
  readonly stepId: number
  readonly onTimer: (minutes: number, text: string) => void
}

/** Leads to what keeps the step from being completed, each time that somebody tries. */
function useFocusOnBlocker({ blocked }: Player): void {
  useEffect(() => {
    if (blocked === null) return
    const box = document.querySelector<HTMLElement>(`[data-blocker='${blocked.by}']`)
    const unanswered = box?.querySelector<HTMLElement>('[data-result=open] input')
    const chosen = box?.querySelector<HTMLElement>('input[type=radio]:checked')
    const target = chosen ?? unanswered ?? box?.querySelector<HTMLElement>('input, textarea, [data-verdict]') ?? box
    target?.focus()
  }, [blocked])
}

/** One step and everything that is needed for it. */
export function StepPanel({ player, stepId, onTimer }: StepPanelProps) {
  const t = useTranslations('player')
  const { workflow, view, current, execution, blocked, form } = player
  useFocusOnBlocker(player)
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return null
  const { definition } = step
  const entry = view.path.find(({ id }) => id === stepId)
  const isCurrent = current?.id === stepId
  const isActive = isCurrent && view.current?.kind === 'active'
  const decisions = isCurrent
    ? step.incoming
        .flatMap(way => workflow.steps[workflow.connections[way]?.source ?? -1] ?? [])
        .filter(({ kind }) => kind === 'decision')
    : [step]
  const usual = step.options.find(option => option.definition.is_default)
  // On a time step they are the main thing; elsewhere nothing may move under the finger that starts one in the text.
  const timers = <StepTimers executionId={execution.id} stepId={stepId} />
  return (
    <div className={styles['step']}>
      <StepHead
        step={definition}
        number={entry?.number ?? 1}
        total={workflow.steps.length}
        spent={stepTiming(workflow, view.state, stepId, view.at)?.spent ?? null}
        workflowName={execution.workflow_name}
      />
      <WaitsFor player={player} stepId={stepId} />
      <LoopLine player={player} stepId={stepId} />
      {decisions.map(({ id }) => (
        <ChosenLine key={id} player={player} stepId={id} />
      ))}
      <StepWarnings step={definition} />
      {isActive && mustAcknowledge(definition) ? <Acknowledge form={form} /> : null}
      {definition.step_type === 'milestone' ? <MilestoneMark view={view} /> : null}
      {step.kind === 'time' ? timers : null}
      <StepMain player={player} step={step} />
      <StepText key={stepId} step={definition} executionId={execution.id} onTimer={onTimer} />
      {step.kind === 'time' ? null : timers}
      {blocked !== null && isCurrent ? (
        <Banner tone="info" announce="alert" icon={<CircleAlert aria-hidden />}>
          {usual !== undefined && blocked.by === 'choice'
            ? t('blocked_choice_usual', { name: usual.definition.option_text })
            : t(`blocked_${blocked.by}`)}
        </Banner>
      ) : null}
      {isActive ? <StepTask player={player} /> : null}
      <WhyHere player={player} stepId={stepId} />
    </div>
  )
}
