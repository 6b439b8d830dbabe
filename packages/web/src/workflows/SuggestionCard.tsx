import type { Home } from '@hidesync/contract/executions/home.routes'
import { craftScheme } from '@hidesync/domain/themes/craft-scheme'
import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { paths } from '../app/paths.ts'
import { buttonClass } from '../ui/button-class.ts'
import { WorkflowTheme } from '../ui/WorkflowTheme.tsx'
import { CardFacts } from './CardFacts.tsx'
import { Cover } from './Cover.tsx'
import { useCraftText } from './use-craft-text.ts'
import styles from './workflow-card.module.css'

/** A template that one might begin: what it is and what it asks for, in the colours of its craft. */
export function SuggestionCard({ workflow }: { readonly workflow: Home['suggested'][number] }) {
  const t = useTranslations('gallery')
  const craftText = useCraftText()
  const { id, name, category } = workflow
  return (
    <WorkflowTheme scheme={craftScheme(category)} className={styles['holder']}>
      <article className={styles['card']}>
        <Cover category={category} variant={id} />
        <div className={styles['body']}>
          {category ? <p className={styles['category']}>{craftText(category)}</p> : null}
          <h3 id={`workflow-${id}`} className={styles['name']}>
            <Link to={paths.template} params={{ id }}>
              <bdi>{name}</bdi>
            </Link>
          </h3>
          {workflow.description ? (
            <p className={styles['description']}>
              <bdi>{workflow.description}</bdi>
            </p>
          ) : null}
          <CardFacts workflow={workflow} />
        </div>
        <div className={styles['actions']}>
          <Link
            id={`start-${id}`}
            aria-labelledby={`start-${id} workflow-${id}`}
            to={paths.plan}
            params={{ id }}
            className={buttonClass({ variant: 'primary' })}
          >
            <Play aria-hidden size={18} />
            {t('start')}
          </Link>
        </div>
      </article>
    </WorkflowTheme>
  )
}
