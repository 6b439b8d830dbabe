import type { Home } from '@hidesync/contract/executions/home.routes'
import { chosenLocales } from '@hidesync/domain/translations/locale'
import type { Database } from '../database/database.ts'
import { readTexts } from '../translations/shown-texts.ts'

/** By workflow: the translations that the caller reads, the best first. */
async function readLayers(db: Database, ids: readonly number[], languages: readonly string[]) {
  const workflows = await db
    .selectFrom('workflows')
    .select(['id', 'default_locale', 'locales'])
    .where('id', 'in', ids)
    .execute()
  return new Map(workflows.map(({ id, ...spoken }) => [id, chosenLocales(languages, spoken)]))
}

/** The bench with workflows and steps called as the caller reads them; asks for no texts where none was translated. */
export async function localiseHome(db: Database, home: Home, languages: readonly string[]): Promise<Home> {
  const { drafts, suggested, needs_you, last_completed } = home
  const runs = [...home.continue, ...needs_you, ...(last_completed === null ? [] : [last_completed])]
  const workflows = [...runs.map(run => run.workflow_id), ...[...drafts, ...suggested].map(({ id }) => id)]
  if (workflows.length === 0) return home
  const layersOf = await readLayers(db, workflows, languages)
  const locales = [...layersOf.values()].flat()
  if (locales.length === 0) return home
  const steps = [...home.continue.map(run => run.current_step_id), ...needs_you.map(need => need.step_id)]
  const read = await readTexts(db, { workflows, steps: steps.filter(id => id !== null), locales })
  const ofWorkflow = (id: number, field: 'name' | 'description' = 'name') =>
    read(layersOf.get(id) ?? [], 'workflow', id, field)
  const named = <T extends { readonly workflow_id: number; readonly workflow_name: string }>(run: T): T => ({
    ...run,
    workflow_name: ofWorkflow(run.workflow_id) ?? run.workflow_name,
  })
  const step = (workflowId: number, id: number | null) => read(layersOf.get(workflowId) ?? [], 'step', id)
  return {
    continue: home.continue.map(run => ({
      ...named(run),
      current_step_name: step(run.workflow_id, run.current_step_id) ?? run.current_step_name,
    })),
    needs_you: needs_you.map(need => ({
      ...named(need),
      step_name: step(need.workflow_id, need.step_id) ?? need.step_name,
    })),
    drafts: drafts.map(draft => ({ ...draft, name: ofWorkflow(draft.id) ?? draft.name })),
    suggested: suggested.map(one => ({
      ...one,
      name: ofWorkflow(one.id) ?? one.name,
      description: one.description === null ? null : (ofWorkflow(one.id, 'description') ?? one.description),
    })),
    last_completed: last_completed === null ? null : named(last_completed),
  }
}
