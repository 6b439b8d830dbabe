import { Link } from '@tanstack/react-router'
import { CalendarClock, Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../app/ErrorState.tsx'
import { paths } from '../app/paths.ts'
import { useDurations } from '../app/use-durations.ts'
import { Button } from '../ui/Button.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Difficulty } from './Difficulty.tsx'
import type { Workflow } from './OutcomesSection.tsx'
import styles from './start-panel.module.css'
import { useStart } from './use-start.ts'

const undecided = 'undecided'

/** Starts a run; where there are several outcomes one may say which one heads for, or leave it open. */
export function StartPanel({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('start')
  const durations = useDurations()
  const [outcome, setOutcome] = useState(undecided)
  const start = useStart(workflow.id)
  const begin = () => start.mutate({ outcome_id: outcome === undecided ? null : Number(outcome), quantity: 1 })
  const canStart = workflow.permissions.includes('execute') && workflow.steps.length > 0
  const hasChoice = workflow.outcomes.length > 1
  return (
    <div className={styles['panel']}>
      <p className={styles['facts']}>
        {workflow.estimated_duration === null ? null : (
          <strong>{durations.minutes(workflow.estimated_duration)}</strong>
        )}
        {workflow.difficulty_level ? <Difficulty level={workflow.difficulty_level} /> : null}
      </p>
      {canStart && hasChoice ? (
        <RadioCards
          label={t('outcome')}
          value={outcome}
          onChange={setOutcome}
          cards={[
            { value: undecided, title: t('undecided'), detail: t('undecided_detail') },
            ...workflow.outcomes.map(({ id, name }) => ({ value: String(id), title: name })),
          ]}
        />
      ) : null}
      {canStart ? (
        <>
          <Button variant="primary" size="large" block isPending={start.isPending} onPress={begin}>
            <Play aria-hidden size={20} />
            {start.isPending ? t('starting') : t('start')}
          </Button>
          <Link to={paths.plan} params={{ id: workflow.id }} className={buttonClass({ block: true })}>
            <CalendarClock aria-hidden size={18} />
            {t('plan_first')}
          </Link>
        </>
      ) : (
        <p className={styles['reason']}>{workflow.steps.length === 0 ? t('no_steps') : t('not_allowed')}</p>
      )}
      {start.isError ? <ErrorState error={start.error} onRetry={begin} /> : null}
      {canStart ? <p className={styles['hint']}>{t('hint')}</p> : null}
    </div>
  )
}
