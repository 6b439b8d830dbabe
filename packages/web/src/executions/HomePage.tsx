import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../app/ErrorState.tsx'
import { LoadingRegion } from '../app/LoadingRegion.tsx'
import { PageHeading } from '../app/PageHeading.tsx'
import { paths } from '../app/paths.ts'
import { buttonClass } from '../ui/button-class.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SuggestionCard } from '../workflows/SuggestionCard.tsx'
import styles from './home/home.module.css'
import { LineList } from './home/LineList.tsx'
import { NeedList } from './home/NeedList.tsx'
import { Section } from './home/Section.tsx'
import { SetupReminder } from './home/SetupReminder.tsx'
import { useBench } from './home/use-bench.ts'
import { useNeeds } from './home/use-needs.ts'
import { RunCard } from './RunCard.tsx'
import runs from './runs.module.css'

/** The bench: what is under way, what needs one, what one was drawing up, and what one might begin. */
export function HomePage() {
  const t = useTranslations('home')
  const bench = useBench()
  const needs = useNeeds()
  const retry = () => void bench.refetch()
  const { data } = bench
  return (
    <div className={runs['page']}>
      <PageHeading title={t('title')} />
      <SetupReminder />
      {needs.length > 0 ? (
        <Section id="needs" title={t('needs')}>
          <NeedList needs={needs} />
        </Section>
      ) : null}
      <Section id="continue" title={t('continue')}>
        {bench.isPending ? (
          <LoadingRegion onRetry={retry}>
            <Skeleton shape="row" count={2} />
          </LoadingRegion>
        ) : null}
        {bench.isError ? <ErrorState error={bench.error} onRetry={retry} /> : null}
        {data && data.continue.length > 0 ? (
          <ul className={runs['grid']}>
            {data.continue.map(run => (
              <li key={run.execution_id}>
                <RunCard run={{ ...run, id: run.execution_id, completed_at: null }} level={3} />
              </li>
            ))}
          </ul>
        ) : null}
        {data?.continue.length === 0 ? (
          <div className={styles['begin']}>
            <p>{t('nothing_active')}</p>
            <ol>
              {(['first', 'second', 'third'] as const).map(step => (
                <li key={step}>{t(`begin_${step}`)}</li>
              ))}
            </ol>
            <Link to={paths.templates} className={buttonClass({ variant: 'primary' })}>
              {t('choose')}
            </Link>
          </div>
        ) : null}
      </Section>
      {data && data.drafts.length > 0 ? (
        <Section
          id="drafts"
          title={t('drafts')}
          more={
            <Link to={paths.workflows} search={{ status: 'draft', whose: 'mine' }} className={runs['more'] ?? ''}>
              {t('all_drafts')}
            </Link>
          }
        >
          <LineList
            lines={data.drafts.map(({ id, name, updated_at }) => ({ id, name, at: updated_at, to: paths.workflow }))}
          />
        </Section>
      ) : null}
      {data && data.suggested.length > 0 ? (
        <Section
          id="begin"
          title={t('begin')}
          more={
            <Link to={paths.templates} className={runs['more'] ?? ''}>
              {t('all_templates')}
            </Link>
          }
        >
          <ul className={runs['grid']}>
            {data.suggested.map(workflow => (
              <li key={workflow.id}>
                <SuggestionCard workflow={workflow} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {data?.last_completed ? (
        <Section id="completed" title={t('completed')}>
          <LineList
            lines={[data.last_completed].map(({ execution_id, workflow_name, completed_at }) => ({
              id: execution_id,
              name: workflow_name,
              at: completed_at,
              to: paths.runSummary,
            }))}
          />
        </Section>
      ) : null}
    </div>
  )
}
