import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorPage } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Cover } from './Cover.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { OutcomesSection } from './OutcomesSection.tsx'
import { StartPanel } from './StartPanel.tsx'
import { StepsSection } from './StepsSection.tsx'
import { useWorkflow } from './use-workflow.ts'
import styles from './workflow-page.module.css'

const route = getRouteApi('/inside/shell/templates/$id')

/** One workflow, in the order in which one asks: what do I get, what does it take, how does it go. */
export function WorkflowPage() {
  const t = useTranslations('workflow')
  const { id } = route.useParams()
  const workflow = useWorkflow(id)
  if (workflow.isError) return <ErrorPage error={workflow.error} onRetry={() => void workflow.refetch()} />
  if (workflow.isPending)
    return (
      <LoadingRegion onRetry={() => void workflow.refetch()}>
        <PageHeading title={t('loading_title')} isHidden />
        <Skeleton shape="title" />
        <Skeleton count={3} />
        <Skeleton shape="row" count={4} />
      </LoadingRegion>
    )
  const { data } = workflow
  return (
    <div className={styles['page']}>
      <div className={styles['cover']}>
        <Cover category={data.category} />
      </div>
      <div className={styles['intro']}>
        <PageHeading title={data.name} {...(data.description ? { lead: data.description } : {})} />
      </div>
      <aside aria-label={t('start_region')} className={styles['side']}>
        <StartPanel workflow={data} />
      </aside>
      <div className={styles['content']}>
        <OutcomesSection outcomes={data.outcomes} />
        <NeedsSection workflow={data} />
        <StepsSection steps={data.steps} />
        <section aria-labelledby="details" className={styles['section']}>
          <h2 id="details">{t('details')}</h2>
          <dl className={styles['details']}>
            {data.category ? <Fact term={t('category')} value={data.category} /> : null}
            {data.tags.length > 0 ? <Fact term={t('tags')} value={data.tags.join(', ')} /> : null}
            <Fact term={t('status')} value={t(`status_${data.status}`)} />
            {data.revision === null ? null : <Fact term={t('revision')} value={String(data.revision)} />}
          </dl>
        </section>
      </div>
    </div>
  )
}

const Fact = ({ term, value }: { readonly term: string; readonly value: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
)
