import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useContentLanguage } from '../app/content-language.ts'
import styles from '../app/list-page.module.css'
import { paths } from '../app/paths.ts'
import { useDurations } from '../app/use-durations.ts'
import { When } from '../app/When.tsx'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import { ContentLanguageChip } from '../ui/ContentLanguage.tsx'
import { SelectBox } from '../ui/SelectBox.tsx'
import { useCraftText } from './use-craft-text.ts'

export type WorkflowOfList = RouteOutput<Routes['workflows']['list']>['items'][number]

const tones: Readonly<Record<WorkflowOfList['status'], ChipTone>> = {
  draft: 'neutral',
  active: 'accent',
  published: 'success',
  deprecated: 'warning',
  archived: 'neutral',
}

interface WorkflowRowProps {
  readonly workflow: WorkflowOfList
  readonly isSelected: boolean
  readonly onSelect: (isSelected: boolean) => void
}

/** One workflow of a list: what it is, how large, in which state, and when it was last changed. */
export function WorkflowRow({ workflow, isSelected, onSelect }: WorkflowRowProps) {
  const bulk = useTranslations('bulk')
  const gallery = useTranslations('gallery')
  const statusText = useTranslations('workflow')
  const craftText = useCraftText()
  const durations = useDurations()
  const { lang, note } = useContentLanguage(workflow)
  return (
    <li className={styles['row']}>
      <SelectBox label={bulk('select', { name: workflow.name })} isSelected={isSelected} onChange={onSelect} />
      <div className={styles['main']}>
        <div>
          <h2 className={styles['name']} lang={lang}>
            <Link to={paths.workflow} params={{ id: workflow.id }}>
              <bdi>{workflow.name}</bdi>
            </Link>
          </h2>
          {workflow.category ? <p className={styles['text']}>{craftText(workflow.category)}</p> : null}
        </div>
        <p className={styles['meta']}>
          <span>{gallery('steps', { count: workflow.step_count })}</span>
          {workflow.estimated_duration === null ? null : <span>{durations.minutes(workflow.estimated_duration)}</span>}
          <When at={workflow.updated_at} />
        </p>
      </div>
      <div className={styles['end']}>
        <ContentLanguageChip note={note} />
        <Chip tone={tones[workflow.status]}>{statusText(`status_${workflow.status}`)}</Chip>
      </div>
    </li>
  )
}
