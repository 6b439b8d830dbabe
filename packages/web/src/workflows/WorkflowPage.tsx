import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { useContentLanguage } from '../app/content-language.ts'
import { ErrorPage } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ContentLanguage, ContentLanguageChip } from '../ui/ContentLanguage.tsx'
import { WorkflowTheme } from '../ui/WorkflowTheme.tsx'
import { Cover } from './Cover.tsx'
import { DetailsSection } from './DetailsSection.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { OutcomesSection, type Workflow } from './OutcomesSection.tsx'
import { ReadySection } from './ReadySection.tsx'
import { Stars } from './Stars.tsx'
import { StartPanel } from './StartPanel.tsx'
import { StepsSection } from './StepsSection.tsx'
import { useScheme } from './use-scheme.ts'
import { useWorkflow } from './use-workflow.ts'
import styles from './workflow-page.module.css'
import { WorkflowMenu } from './WorkflowMenu.tsx'

const CommunitySection = lazy(() =>
  import('./CommunitySection.tsx').then(({ CommunitySection: it }) => ({ default: it })),
)

/** One workflow, a template or one of one's own. */
export function WorkflowPage() {
  const t = useTranslations('workflow')
  const { id = 0 } = useParams({ strict: false })
  const workflow = useWorkflow(id)
  const retry = () => void workflow.refetch()
  if (workflow.isError && !workflow.data) return <ErrorPage error={workflow.error} onRetry={retry} />
  if (workflow.isPending)
    return (
      <LoadingRegion onRetry={retry}>
        <PageHeading title={t('loading_title')} isHidden />
        <Skeleton shape="title" />
        <Skeleton count={3} />
        <Skeleton shape="row" count={4} />
      </LoadingRegion>
    )
  return <Shown workflow={workflow.data} />
}

/** In the order in which one asks: what do I get, can I do it now, what does it take, how does it go. */
function Shown({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('workflow')
  const { client } = useApi()
  const { id, name, description, category, outcomes } = workflow
  const { lang, note } = useContentLanguage(workflow)
  const statistics = useQuery({
    queryKey: ['workflow', id, 'statistics'],
    queryFn: ({ signal }) => client.workflows.statistics({ params: { id } }, { signal }),
  }).data
  return (
    <WorkflowTheme scheme={useScheme(workflow)} className={styles['page']}>
      <div className={styles['cover']}>
        <Cover category={category} variant={id} />
      </div>
      <div className={styles['intro']}>
        <ContentLanguage lang={lang}>
          <PageHeading title={name} {...(description ? { lead: description } : {})} />
        </ContentLanguage>
        <div className={styles['tools']}>
          <ContentLanguageChip note={note} />
          <Stars average={workflow.rating_average} count={workflow.rating_count} />
          <WorkflowMenu workflow={workflow} isWide />
        </div>
      </div>
      <aside aria-label={t('start_region')} className={styles['side']}>
        <StartPanel workflow={workflow} />
      </aside>
      <div className={styles['content']}>
        <OutcomesSection outcomes={outcomes} />
        <ReadySection workflow={workflow} average={statistics?.average_completion_time ?? null} />
        <NeedsSection workflow={workflow} />
        <StepsSection workflow={workflow} />
        <DetailsSection workflow={workflow} statistics={statistics} />
        <Suspense>
          <CommunitySection workflow={workflow} />
        </Suspense>
      </div>
    </WorkflowTheme>
  )
}
