import { navigationContext } from '@hidesync/domain/navigation/context'
import { needsOf } from '@hidesync/domain/navigation/guidance'
import { spokenLanguage } from '@hidesync/domain/text/language'
import { useLocale, useTranslations } from 'use-intl'
import { useQuantityText } from '../../../workflows/use-quantity-text.ts'
import { runOf } from '../command/talk.ts'
import { PeekBanner } from '../PeekBanner.tsx'
import { StepHead } from '../StepHead.tsx'
import { StepText, StepWarnings } from '../StepText.tsx'
import { StepLanes } from '../StepLanes.tsx'
import type { ViewProps } from '../view-props.ts'
import styles from './story.module.css'
import { StoryActions } from './StoryActions.tsx'
import { StoryPast } from './StoryPast.tsx'

/** The run as a story: where one is, what one can do, and what was done, in plain sentences from top to bottom. */
export function StoryView({ player, place, onTimer }: ViewProps) {
  const t = useTranslations('story')
  const locale = useLocale()
  const quantityText = useQuantityText()
  const { execution, workflow, view } = player
  const { shownId, isPeek } = place
  const step = workflow.step(shownId)
  const run = runOf({ execution, workflow, state: view.state, locale, at: view.at })
  const { guidance } = navigationContext(run)
  const needs = shownId === null ? [] : needsOf(run, shownId)
  const scene =
    step === undefined ? null : (
      <div className={styles['scene']}>
        <StepHead
          step={step}
          number={view.path.find(({ id }) => id === shownId)?.number ?? 1}
          total={workflow.steps.length}
          spent={null}
          workflowName={execution.workflow_name}
        />
        {isPeek ? null : (
          <p lang={spokenLanguage([locale])} dir="auto" className={styles['guidance']}>
            {guidance.primary} {guidance.secondary}
          </p>
        )}
        <StepWarnings step={step} />
        <StepText key={step.id} step={step} executionId={execution.id} onTimer={onTimer} />
        {needs.length > 0 ? (
          <p>
            {t('needs')}:{' '}
            {needs
              .map(({ name, quantity, unit }) => [name, quantityText(quantity, unit)].filter(Boolean).join(', '))
              .join('; ')}
          </p>
        ) : null}
      </div>
    )
  return (
    <>
      {isPeek ? <PeekBanner player={player} place={place} /> : null}
      {isPeek ? scene : <StepLanes player={player}>{scene}</StepLanes>}
      {isPeek ? null : <StoryActions player={player} />}
      <StoryPast player={player} />
    </>
  )
}
