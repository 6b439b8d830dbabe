import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { DifficultyLevel } from '@hidesync/domain/workflows/definition'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { useNow } from '../../app/use-now.ts'
import { QrCode } from '../../ui/QrCode.tsx'
import { needsOf } from '../needs.ts'
import { listSteps } from '../step-ways.ts'
import { usePrintOptions } from './print-options.ts'
import { PrintNeeds } from './PrintNeeds.tsx'
import { PrintStep } from './PrintStep.tsx'
import styles from './print-sheet.module.css'

/** A workflow on paper, or a run of it. */
export interface Printed {
  readonly title: string
  readonly description: string | null
  readonly difficulty: DifficultyLevel | null
  /** Minutes. */
  readonly duration: number | null
  readonly workflow: CompiledWorkflow
  readonly pieces: number
  /** Where it is in the app. */
  readonly address: string
  /** Such as "Run 12, started …"; null: it is no run. */
  readonly run: string | null
  /** Notes and whether it is done, by the id of the step. */
  readonly done: ReadonlyMap<number, { readonly is_done: boolean; readonly notes: string | null }>
}

/** The sheets that a workshop pins up: black on white, in the order of doing. */
export function PrintSheet({ printed }: { readonly printed: Printed }) {
  const t = useTranslations('print')
  const level = useTranslations('difficulty')
  const format = useFormatter()
  const durations = useDurations()
  const options = usePrintOptions()
  const now = useNow(null)
  const { title, description, difficulty, duration, workflow, pieces, address, run, done } = printed
  const steps = useMemo(() => listSteps(workflow), [workflow])
  const all = useMemo(() => workflow.steps.map(({ definition }) => definition), [workflow])
  const facts = [
    duration === null ? null : durations.minutes(duration),
    difficulty === null ? null : level(difficulty),
    t('steps', { count: steps.length }),
    pieces === 1 ? null : t('pieces', { pieces }),
    run,
  ]
  return (
    <article className={styles['sheet']} data-page-per-step={options.page_per_step || undefined}>
      <header className={styles['head']}>
        <div>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p className={styles['facts']}>{facts.filter(Boolean).join(' · ')}</p>
          {description ? (
            <p>
              <bdi>{description}</bdi>
            </p>
          ) : null}
          <p className={styles['date']}>{t('printed', { date: format.dateTime(now, { dateStyle: 'long' }) })}</p>
        </div>
        {options.link ? (
          <figure className={styles['link']}>
            <QrCode text={address} className={styles['code']} />
            <figcaption>{address}</figcaption>
          </figure>
        ) : null}
      </header>
      {options.resources ? (
        <>
          <PrintNeeds title={t('materials')} needs={needsOf(all, 'material')} {...{ pieces, options }} />
          <PrintNeeds title={t('tools')} needs={needsOf(all, 'tool')} {...{ pieces, options }} />
        </>
      ) : null}
      <h2>{t('the_steps')}</h2>
      <ol className={styles['steps']}>
        {steps.map(listed => (
          <PrintStep key={listed.step.id} {...{ listed, pieces, options }} record={done.get(listed.step.id)} />
        ))}
      </ol>
    </article>
  )
}
