import type { DifficultyLevel } from '@hidesync/domain/workflows/definition'
import { Clock, ListOrdered, Split } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import { Difficulty } from './Difficulty.tsx'
import styles from './workflow-card.module.css'

interface CardFactsProps {
  readonly workflow: {
    readonly difficulty_level: DifficultyLevel | null
    readonly estimated_duration: number | null
    readonly step_count: number
    readonly has_multiple_outcomes?: boolean
  }
}

/** What a workflow asks for, in a line. */
export function CardFacts({ workflow }: CardFactsProps) {
  const t = useTranslations('gallery')
  const durations = useDurations()
  return (
    <ul className={styles['facts']}>
      {workflow.difficulty_level ? (
        <li>
          <Difficulty level={workflow.difficulty_level} />
        </li>
      ) : null}
      {workflow.estimated_duration === null ? null : (
        <li>
          <Clock aria-hidden size={16} />
          {durations.minutes(workflow.estimated_duration)}
        </li>
      )}
      <li>
        <ListOrdered aria-hidden size={16} />
        {t('steps', { count: workflow.step_count })}
      </li>
      {workflow.has_multiple_outcomes ? (
        <li>
          <Split aria-hidden size={16} />
          {t('several_outcomes')}
        </li>
      ) : null}
    </ul>
  )
}
