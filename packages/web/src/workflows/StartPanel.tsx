import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { paths } from '../app/paths.ts'
import { useDurations } from '../app/use-durations.ts'
import { uuidV7 } from '../app/uuid-v7.ts'
import { Button } from '../ui/Button.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Difficulty } from './Difficulty.tsx'
import type { Workflow } from './OutcomesSection.tsx'
import styles from './start-panel.module.css'

const undecided = 'undecided'

/** Starts a run; where there are several outcomes one may say which one heads for, or leave it open. */
export function StartPanel({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('start')
  const durations = useDurations()
  const { client } = useApi()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState(undecided)
  // One key a choice: pressing again after a lost answer starts nothing twice.
  const key = useRef({ outcome, id: uuidV7() })
  const start = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      if (key.current.outcome !== outcome) key.current = { outcome, id: uuidV7() }
      const body = outcome === undecided ? {} : { selected_outcome_id: Number(outcome) }
      return client.executions.start({ params: { id: workflow.id }, body }, { idempotencyKey: key.current.id })
    },
    onSuccess: async execution => {
      key.current = { outcome, id: uuidV7() }
      queryClient.setQueryData(['execution', execution.id], execution)
      void queryClient.invalidateQueries({ queryKey: ['executions'] })
      await navigate({ to: paths.run, params: { id: execution.id } })
    },
  })
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
        <Button variant="primary" size="large" block isPending={start.isPending} onPress={() => start.mutate()}>
          <Play aria-hidden size={20} />
          {start.isPending ? t('starting') : t('start')}
        </Button>
      ) : (
        <p className={styles['reason']}>{workflow.steps.length === 0 ? t('no_steps') : t('not_allowed')}</p>
      )}
      {start.isError ? <ErrorState error={start.error} onRetry={() => start.mutate()} /> : null}
      {canStart ? <p className={styles['hint']}>{t('hint')}</p> : null}
    </div>
  )
}
