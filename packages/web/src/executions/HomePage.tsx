import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { buttonClass } from '../ui/button-class.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { WorkflowCard } from '../workflows/WorkflowCard.tsx'
import styles from './runs.module.css'
import { RunCard } from './RunCard.tsx'

/** The bench: what is under way, and what one might begin. */
export function HomePage() {
  const t = useTranslations('home')
  const { client } = useApi()
  const active = useQuery({
    queryKey: ['executions', 'active'],
    queryFn: ({ signal }) => client.executions.active({}, { signal }),
  })
  const templates = useQuery({
    queryKey: ['templates', 'home'],
    queryFn: ({ signal }) => client.workflows.templates({ query: { limit: 3 } }, { signal }),
  })
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} />
      <section aria-labelledby="continue" className={styles['section']}>
        <h2 id="continue">{t('continue')}</h2>
        {active.isPending ? (
          <LoadingRegion onRetry={() => void active.refetch()}>
            <Skeleton shape="row" count={2} />
          </LoadingRegion>
        ) : null}
        {active.isError ? <ErrorState error={active.error} onRetry={() => void active.refetch()} /> : null}
        {active.data?.length === 0 ? (
          <div className={styles['empty']}>
            <p>{t('nothing_active')}</p>
            <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
              {t('choose')}
            </Link>
          </div>
        ) : null}
        {active.data && active.data.length > 0 ? (
          <ul className={styles['grid']}>
            {active.data.map(run => (
              <li key={run.id}>
                <RunCard run={run} level={3} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {templates.data && templates.data.length > 0 ? (
        <section aria-labelledby="begin" className={styles['section']}>
          <div className={styles['sectionHead']}>
            <h2 id="begin">{t('begin')}</h2>
            <Link to={paths.templates} className={styles['more']}>
              {t('all_templates')}
            </Link>
          </div>
          <ul className={styles['grid']}>
            {templates.data.map(workflow => (
              <li key={workflow.id}>
                <WorkflowCard workflow={workflow} level={3} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
