import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { useMe } from '../../identity/use-me.ts'
import type { ExecutionSummary } from '../execution.ts'
import type { RunsSearch } from './run-filters.ts'

interface Option {
  readonly id: number
  readonly name: string
}

const byName = (options: ReadonlyMap<number, string>): readonly Option[] =>
  Array.from(options, ([id, name]) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name))

/**
 * What the runs can be narrowed down to: the people and workflows of those that are shown, with what was chosen before; the
 * outcomes of the chosen workflow; and the projects.
 */
export function useFilterOptions(shown: readonly ExecutionSummary[], { by, workflow }: RunsSearch) {
  const t = useTranslations('runs')
  const { client } = useApi()
  const me = useMe()
  const projects = useQuery({
    queryKey: ['projects', 'filter'],
    queryFn: ({ signal }) => client.projects.list({ query: { limit: 100 } }, { signal }),
    staleTime: 60_000,
  })
  const chosen = useQuery({
    queryKey: ['workflow', workflow],
    queryFn: ({ signal }) => client.workflows.get({ params: { id: workflow ?? 0 } }, { signal }),
    enabled: workflow !== undefined,
  })
  const people = new Map<number, string>()
  const workflows = new Map<number, string>()
  if (by !== undefined) people.set(by, t('person', { id: by }))
  if (workflow !== undefined) workflows.set(workflow, chosen.data?.name ?? t('workflow_number', { id: workflow }))
  for (const run of shown) {
    people.set(run.started_by, run.started_by_name ?? t('person', { id: run.started_by }))
    workflows.set(run.workflow_id, run.workflow_name)
  }
  if (me.data) people.set(me.data.id, t('me', { name: me.data.display_name }))
  return {
    by: byName(people),
    workflow: byName(workflows),
    outcome: chosen.data?.outcomes.map(({ id, name }): Option => ({ id, name })) ?? [],
    project: projects.data?.items.map(({ id, name }): Option => ({ id, name })) ?? [],
  }
}
