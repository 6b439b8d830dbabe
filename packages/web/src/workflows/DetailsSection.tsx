import { safetyWarnings } from '@hidesync/domain/step-types/safety-notes'
import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useLanguageName } from '../app/content-language.ts'
import { paths } from '../app/paths.ts'
import { useDurations } from '../app/use-durations.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useMe } from '../identity/use-me.ts'
import type { Workflow } from './OutcomesSection.tsx'
import { useCraftText } from './use-craft-text.ts'
import styles from './workflow-page.module.css'

type Statistics = RouteOutput<Routes['workflows']['statistics']>

interface DetailsSectionProps {
  readonly workflow: Workflow
  readonly statistics: Statistics | undefined
}

/** What has to be minded, how it went for others, and where it comes from. */
export function DetailsSection({ workflow, statistics }: DetailsSectionProps) {
  const t = useTranslations('workflow')
  const languageName = useLanguageName()
  const craftText = useCraftText()
  const format = useFormatter()
  const me = useMe().data
  const { category, tags, status, revision, copied_from, updated_at, default_locale, locales, created_by } = workflow
  return (
    <>
      <Safety steps={workflow.steps} />
      {statistics && statistics.total_executions > 0 ? <Numbers statistics={statistics} /> : null}
      <section aria-labelledby="details" className={styles['section']}>
        <h2 id="details">{t('details')}</h2>
        <dl className={styles['details']}>
          {category ? <Fact term={t('category')}>{craftText(category)}</Fact> : null}
          {tags.length > 0 ? <Fact term={t('tags')}>{format.list(tags, { type: 'unit' })}</Fact> : null}
          <Fact term={t('languages')}>{format.list([default_locale, ...locales].map(languageName))}</Fact>
          <Fact term={t('status')}>{t(`status_${status}`)}</Fact>
          {revision === null ? null : <Fact term={t('revision')}>{revision}</Fact>}
          <Fact term={t('changed')}>{format.dateTime(new Date(updated_at), { dateStyle: 'long' })}</Fact>
          {me?.id === created_by ? <Fact term={t('author')}>{t('yours')}</Fact> : null}
          {copied_from === null ? null : (
            <Fact term={t('copied_from')}>
              <Link to={paths.template} params={{ id: copied_from.workflow_id }}>
                <bdi>{copied_from.name}</bdi>
              </Link>
            </Fact>
          )}
        </dl>
      </section>
    </>
  )
}

/** So many notes are read at once; more are opened on request. */
const many = 6

/** Everything that the steps warn of, each once. */
function Safety({ steps }: { readonly steps: Workflow['steps'] }) {
  const t = useTranslations('workflow')
  const locale = useLocale()
  const notes = [...new Set(steps.flatMap(step => [...step.warnings, ...safetyWarnings(step, locale)]))]
  if (notes.length === 0) return null
  const list = (
    <ul className={styles['safety']}>
      {notes.map(note => (
        <li key={note}>
          <TriangleAlert aria-hidden size={20} />
          <bdi>{note}</bdi>
        </li>
      ))}
    </ul>
  )
  if (notes.length > many) return <Disclosure title={t('safety_many', { count: notes.length })}>{list}</Disclosure>
  return (
    <section aria-labelledby="safety" className={styles['section']}>
      <h2 id="safety">{t('safety')}</h2>
      {list}
    </section>
  )
}

/** How it went for those who made it. */
function Numbers({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslations('workflow')
  const format = useFormatter()
  const durations = useDurations()
  const { total_executions, success_rate, average_completion_time, most_common_outcome } = statistics
  return (
    <section aria-labelledby="numbers" className={styles['section']}>
      <h2 id="numbers">{t('numbers')}</h2>
      <dl className={styles['details']}>
        <Fact term={t('started')}>{t('times', { count: total_executions })}</Fact>
        {success_rate === null ? null : (
          <Fact term={t('finished')}>{format.number(success_rate / 100, { style: 'percent' })}</Fact>
        )}
        {average_completion_time === null ? null : (
          <Fact term={t('average')}>{durations.about(average_completion_time)}</Fact>
        )}
        {most_common_outcome === null ? null : (
          <Fact term={t('common_outcome')}>
            <bdi>{most_common_outcome}</bdi>
          </Fact>
        )}
      </dl>
    </section>
  )
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
