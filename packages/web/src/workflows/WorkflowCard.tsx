import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { Link } from '@tanstack/react-router'
import { Clock, ListOrdered } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { paths } from '../app/paths.ts'
import { useDurations } from '../app/use-durations.ts'
import { Cover } from './Cover.tsx'
import { Difficulty } from './Difficulty.tsx'
import styles from './workflow-card.module.css'

export type WorkflowTemplate = RouteOutput<Routes['workflows']['templates']>[number]

interface WorkflowCardProps {
  readonly workflow: WorkflowTemplate
  readonly level?: 2 | 3
}

/** One template of the gallery; the name is the link, and its area is the whole card. */
export function WorkflowCard({ workflow, level = 2 }: WorkflowCardProps) {
  const Name = level === 2 ? 'h2' : 'h3'
  const t = useTranslations('gallery')
  const durations = useDurations()
  return (
    <article className={styles['card']}>
      <Cover category={workflow.category} />
      <div className={styles['body']}>
        {workflow.category ? <p className={styles['category']}>{workflow.category}</p> : null}
        <Name className={styles['name']}>
          <Link to={paths.template} params={{ id: workflow.id }}>
            {workflow.name}
          </Link>
        </Name>
        {workflow.description ? <p className={styles['description']}>{workflow.description}</p> : null}
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
        </ul>
      </div>
    </article>
  )
}
