import type { ColorScheme } from '@hidesync/domain/themes/color-scheme'
import { craftScheme } from '@hidesync/domain/themes/craft-scheme'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../app/api.ts'
import { useWorkflow } from './use-workflow.ts'

interface Themed {
  readonly theme_id: number | null
  readonly category: string | null
}

/** Themes change seldom, and a page that shows yesterday's colours is right enough. */
const aWhile = 300_000

/** The colours of a workflow: those of its theme, else those of its craft. */
export function useScheme({ theme_id, category }: Themed): ColorScheme {
  const { client } = useApi()
  const all = useQuery({
    queryKey: ['themes'],
    queryFn: ({ signal }) => client.themes.list({}, { signal }),
    enabled: theme_id !== null,
    staleTime: aWhile,
  })
  const listed = all.data?.find(({ id }) => id === theme_id)
  // One of somebody else, which only those who see its workflow may read.
  const foreign = useQuery({
    queryKey: ['themes', theme_id],
    queryFn: ({ signal }) => client.themes.get({ params: { id: theme_id ?? 0 } }, { signal }),
    enabled: theme_id !== null && all.isSuccess && listed === undefined,
    staleTime: aWhile,
  })
  const theme = listed ?? foreign.data
  return theme ? (theme.color_scheme as ColorScheme) : craftScheme(category)
}

const unknown: Themed = { theme_id: null, category: null }

/** The same where only the workflow's id is known, as in a run; until it is there, or if it is gone, those of any craft. */
export const useSchemeOf = (workflowId: number): ColorScheme => useScheme(useWorkflow(workflowId).data ?? unknown)
