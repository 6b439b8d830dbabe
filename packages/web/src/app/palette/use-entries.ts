import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../api.ts'
import { themes } from '../appearance.ts'
import { interfaceLanguages } from '../i18n.ts'
import { ownName } from '../language.ts'
import { rooms } from '../rooms.ts'
import { useSections } from '../settings/use-sections.ts'
import type { Entry } from './palette-index.ts'

interface Named {
  readonly id: number
  readonly name: string
  readonly is_template: boolean
  readonly category: string | null
  readonly tags: readonly string[]
}

const isWorkflow = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'name' in value && 'is_template' in value && 'step_count' in value

const entryOf = ({ id, name, is_template, category, tags }: Named): Entry => ({
  id: `${is_template ? 'template' : 'workflow'}:${id}`,
  name,
  words: [category ?? '', ...tags].join(' '),
  kind: is_template ? 'template' : 'workflow',
})

/** Every workflow in what a query fetched: a list, a page of one, or pages of it. */
function workflowsIn(data: unknown): readonly Named[] {
  if (isWorkflow(data)) return [data]
  if (Array.isArray(data)) return data.flatMap(workflowsIn)
  if (typeof data !== 'object' || data === null) return []
  return ['items', 'pages'].flatMap(part => (part in data ? workflowsIn(data[part as keyof typeof data]) : []))
}

/** Rooms, settings and things to do: what is the same for everybody. */
export function useFixedEntries(): readonly Entry[] {
  const nav = useTranslations('nav')
  const account = useTranslations('account')
  const sectionText = useTranslations('sections')
  const t = useTranslations('palette')
  const sections = useSections()
  return useMemo(
    () => [
      ...rooms.map(({ to, label }): Entry => ({ id: `room:${to}`, name: nav(label), words: '', kind: 'room' })),
      { id: 'action:start', name: t('start'), words: t('start_words'), kind: 'action' },
      { id: 'action:import', name: t('import'), words: t('import_words'), kind: 'action' },
      ...sections.map(({ id }): Entry => ({
        id: `setting:${id}`,
        name: sectionText(`${id}_title`),
        words: sectionText(`${id}_lead`),
        kind: 'setting',
      })),
      ...themes.map((theme): Entry => ({
        id: `theme:${theme}`,
        name: t('theme', { name: account(`theme_${theme}`) }),
        words: '',
        kind: 'action',
      })),
      ...(interfaceLanguages.length > 1 ? interfaceLanguages : []).map((tag): Entry => ({
        id: `language:${tag}`,
        name: t('language', { name: ownName(tag) }),
        words: tag,
        kind: 'action',
      })),
      { id: 'action:help', name: t('help'), words: t('help_words'), kind: 'action' },
      { id: 'action:keys', name: t('keys'), words: t('keys_words'), kind: 'action' },
      { id: 'action:sign_out', name: account('sign_out'), words: '', kind: 'action' },
    ],
    [nav, account, sectionText, t, sections],
  )
}

export interface FoundEntries {
  readonly entries: readonly Entry[]
  /** The ids of those that the server found by the text, the best first; it also looks where the palette cannot. */
  readonly served: readonly string[]
  readonly isSearching: boolean
  /** The templates have yet to come for the first time: what is found until then is not what will stand first. */
  readonly isFilling: boolean
  /** What is there is what this device keeps: the server did not answer. */
  readonly isAlone: boolean
}

/** Workflows and runs: what other pages fetched, what is fetched when the palette opens, and what the server finds. */
export function useFoundEntries(text: string): FoundEntries {
  const { client, runs: kept } = useApi()
  const packed = useSyncExternalStore(kept.packed.subscribe, kept.packed.get)
  const queryClient = useQueryClient()
  const t = useTranslations('palette')
  const loaded = useMemo(
    () =>
      queryClient
        .getQueryCache()
        .getAll()
        .flatMap(({ state }) => workflowsIn(state.data)),
    [queryClient],
  )
  const asked = { search: text, limit: 20 }
  const templates = useQuery({
    queryKey: ['templates', 'palette'],
    queryFn: ({ signal }) => client.workflows.templates({ query: { limit: 100 } }, { signal }),
  })
  const workflows = useQuery({
    queryKey: ['workflows', 'palette', text],
    queryFn: ({ signal }) =>
      client.workflows.list({ query: text === '' ? { limit: 100 } : { ...asked, order_by: 'relevance' } }, { signal }),
  })
  const runs = useQuery({
    queryKey: ['executions', 'palette', text],
    queryFn: ({ signal }) => client.executions.list({ query: text === '' ? { limit: 20 } : asked }, { signal }),
  })
  const isAlone = workflows.isError || runs.isError
  const { entries, served } = useMemo(() => {
    const ofDevice = (isAlone ? packed : []).map(({ id, answer }): Entry => ({
      id: `run:${id}`,
      name: answer.workflow_name,
      words: String(id),
      kind: 'run',
    }))
    const ofRuns = (runs.data?.items ?? []).map(({ id, workflow_name, current_step_name, status }): Entry => {
      const isOpen = status === 'active' || status === 'paused'
      return {
        id: `${isOpen ? 'run' : 'result'}:${id}`,
        name:
          isOpen && current_step_name ? t('run_at', { name: workflow_name, step: current_step_name }) : workflow_name,
        words: String(id),
        kind: 'run',
      }
    })
    const ofWorkflows = (workflows.data?.items ?? []).map(entryOf)
    return {
      entries: [...ofDevice, ...ofRuns, ...[...loaded, ...(templates.data ?? [])].map(entryOf), ...ofWorkflows],
      served: text === '' ? [] : [...ofWorkflows, ...ofRuns].map(({ id }) => id),
    }
  }, [loaded, templates.data, workflows.data, runs.data, isAlone, packed, text, t])
  return {
    entries,
    served,
    isSearching: workflows.isFetching || runs.isFetching,
    isFilling: templates.isLoading,
    isAlone,
  }
}
