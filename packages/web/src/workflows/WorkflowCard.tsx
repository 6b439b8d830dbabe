import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useContentLanguage } from '../app/content-language.ts'
import { paths } from '../app/paths.ts'
import { buttonClass } from '../ui/button-class.ts'
import { ContentLanguageChip } from '../ui/ContentLanguage.tsx'
import { WorkflowTheme } from '../ui/WorkflowTheme.tsx'
import { CardFacts } from './CardFacts.tsx'
import { Cover } from './Cover.tsx'
import { Stars } from './Stars.tsx'
import { useCraftText } from './use-craft-text.ts'
import { useScheme } from './use-scheme.ts'
import styles from './workflow-card.module.css'
import { WorkflowMenu } from './WorkflowMenu.tsx'
import type { WorkflowTemplate } from './workflow-template.ts'

interface WorkflowCardProps {
  readonly workflow: WorkflowTemplate
  readonly level?: 2 | 3
}

const canStart = ({ permissions, step_count }: WorkflowTemplate): boolean =>
  permissions.includes('execute') && step_count > 0

/** One template of the gallery; the name is the link, and its area is the whole card. */
export function WorkflowCard({ workflow, level = 2 }: WorkflowCardProps) {
  const Name = level === 2 ? 'h2' : 'h3'
  const t = useTranslations('gallery')
  const craftText = useCraftText()
  const { lang, note } = useContentLanguage(workflow)
  const nameId = `workflow-${workflow.id}`
  const isStartable = canStart(workflow)
  return (
    <WorkflowTheme scheme={useScheme(workflow)} className={styles['holder']}>
      <article className={styles['card']}>
        <Cover category={workflow.category} variant={workflow.id} />
        <div className={styles['body']}>
          <p className={styles['over']}>
            {workflow.category ? <span className={styles['category']}>{craftText(workflow.category)}</span> : null}
            <Stars average={workflow.rating_average} count={workflow.rating_count} />
          </p>
          <Name id={nameId} lang={lang} className={styles['name']}>
            <Link
              to={paths.template}
              params={{ id: workflow.id }}
              data-card-link={workflow.id}
              {...(isStartable ? { 'data-can-start': '' } : {})}
            >
              <bdi>{workflow.name}</bdi>
            </Link>
          </Name>
          {workflow.description ? (
            <p lang={lang} className={styles['description']}>
              <bdi>{workflow.description}</bdi>
            </p>
          ) : null}
          <ContentLanguageChip note={note} />
          <CardFacts workflow={workflow} />
        </div>
        <div className={styles['actions']}>
          {isStartable ? (
            <Link
              id={`start-${workflow.id}`}
              aria-labelledby={`start-${workflow.id} ${nameId}`}
              to={paths.plan}
              params={{ id: workflow.id }}
              className={buttonClass({ variant: 'primary' })}
            >
              <Play aria-hidden size={18} />
              {t('start')}
            </Link>
          ) : null}
          <WorkflowMenu workflow={workflow} />
        </div>
      </article>
    </WorkflowTheme>
  )
}
